package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Writes products into a CSV file. */
public final class ProductToCsv extends FreshsalesRow {

    public ProductToCsv() {
        super(BEYOND, "Product -> Documented for rebuild", Fidelity.LOSSY);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "products",
                        "products of Freshsales are written by no call that is documented",
                        "a CSV file with name, number, unit, price and tax; line items stand in notes on deals"),
                new Loss(
                        "products that accounts have (installed base)",
                        "Freshsales has no place for them",
                        "they are left out"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has("product")) {
            List<MappingPart.Document.Column> columns = new ArrayList<>();
            for (String column : List.of("name", "sku", "description", "unit", "unit_price", "tax_rate", "category")) {
                if (business.has("product", column)) {
                    columns.add(MappingPart.Document.Column.of(column, column));
                }
            }
            parts.add(MappingPart.Document.of(
                    "product",
                    "true",
                    "products",
                    "A line for each product.",
                    columns.toArray(MappingPart.Document.Column[]::new)));
        }
        exclude(parts, business, "accountProduct", "Freshsales has no place for an installed base");
        return parts;
    }
}
