package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes a product of every product, if line items move as products. */
public final class ProductToProduct extends NextCrmRow {

    public ProductToProduct() {
        super(BEYOND, "Product -> Product", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "products that accounts have (installed base)",
                "Pipedrive has no place for them",
                "they are left out"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has("product") && LineItemToDealProduct.asProducts(business)) {
            Fields fields = new Fields(business, "product", "product")
                    .set("name", "name")
                    .set("code", "sku", "sku")
                    .set("description", "description", "description")
                    .set("unit", "unit", "unit")
                    .set("tax", "tax_rate", "tax_rate");
            parts.add(fields.into(MappingPart.Records.from("product").to("product"))
                    .build());
        } else if (business.has("product")) {
            parts.add(MappingPart.Exclusion.of(
                    "product", "true", "line items move as notes, as the choice 'lineItems' says"));
        }
        if (business.has("accountProduct")) {
            parts.add(
                    MappingPart.Exclusion.of("accountProduct", "true", "Pipedrive has no place for an installed base"));
        }
        return parts;
    }
}
