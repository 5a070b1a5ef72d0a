package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTES;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.LineItemText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/** Moves the line items of opportunities, into a note on the deal or as products of it. */
public final class LineItemToDealProduct extends NextCrmRow {

    private static final String FROM = "lineItem";

    public LineItemToDealProduct() {
        super(BEYOND, "Line Item -> Deal Product or Note", Fidelity.LOSSY);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.LINE_ITEMS);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "line items",
                        "the value of a deal with products follows from them, so it could differ from NextCRM's",
                        "a note on the deal; by the choice 'lineItems' products of the deal, those without a product in the note"));
    }

    static boolean asProducts(Business business) {
        return business.has(FROM) && business.has("product") && business.chose(Choices.LINE_ITEMS, "products");
    }

    /** Returns, over an opportunity, the value of its deal; none where it follows from products. */
    static String value(Business business) {
        return asProducts(business)
                ? "case(related(lineItem, on: opportunity, equals: $id, where: present("
                        + business.live("product", "product")
                        + "), reduce: any) => null, else => amount(budget))"
                : "amount(budget)";
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (!business.has(FROM)) {
            return parts;
        }
        String hasProduct = asProducts(business) ? "present(" + business.live("product", "product") + ")" : "false";
        String hasDeal = "present(" + business.live("opportunity", "opportunity") + ")";
        if (asProducts(business)) {
            parts.add(lines("and(" + hasProduct + ", " + hasDeal + ")"));
        }
        parts.addAll(notes(hasProduct));
        parts.add(MappingPart.Contribution.fold(
                OPPORTUNITY_TO_DEAL, FROM, "and(not(" + hasProduct + "), " + hasDeal + ")", "opportunity", List.of()));
        parts.add(MappingPart.Exclusion.of(FROM, "not(" + hasDeal + ")", "its opportunity is deleted"));
        return parts;
    }

    private static MappingPart lines(String where) {
        return MappingPart.Records.from(FROM)
                .to("dealProduct")
                .where(where)
                .orderBy("sort_order")
                .set("deal_id", "link(OpportunityToDeal, opportunity)")
                .set("product_id", "link(ProductToProduct, product)")
                .set("item_price", "amount(unit_price)")
                .set("quantity", "quantity")
                .set("discount", "discount_value")
                .set("discount_type", "case(eq(discount_type, \"FIXED\") => \"amount\", else => \"percentage\")")
                .set("comments", "description")
                .build();
    }

    private static List<MappingPart> notes(String hasProduct) {
        String lines = LineItemText.lines(hasProduct);
        LongNotes.Text text = LongNotes.Text.of("opportunity", LineItemText.note(lines))
                .part("lines")
                .where("present(" + lines + ")");
        return NOTES.all(text, note -> note.set("deal_id", "link(OpportunityToDeal, $id)"));
    }
}
