package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_DEAL;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.LineItemText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/** Writes the line items of an opportunity into a note on its deal. */
public final class LineItemToNote extends FreshsalesRow {

    private static final String FROM = "lineItem";

    public LineItemToNote() {
        super(BEYOND, "Line Item -> Note", Fidelity.LOSSY);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "line items",
                "the amount of a deal with products follows from them, and products of deals are written"
                        + " by no call that is documented",
                "a note on the deal"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (!business.has(FROM)) {
            return parts;
        }
        String lines = LineItemText.lines("false");
        LongNotes.Text text = LongNotes.Text.of("opportunity", LineItemText.note(lines))
                .part("lines")
                .where("present(" + lines + ")");
        parts.addAll(NOTES.all(text, note -> note.set(OF_DEAL, "link(OpportunityToDeal, $id)")));
        String hasDeal = "present(" + business.live("opportunity", "opportunity") + ")";
        parts.add(MappingPart.Contribution.fold(OPPORTUNITY_TO_DEAL, FROM, hasDeal, "opportunity", List.of()));
        parts.add(MappingPart.Exclusion.of(FROM, "not(" + hasDeal + ")", "its opportunity is deleted"));
        return parts;
    }
}
