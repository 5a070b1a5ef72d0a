package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.CustomColumns;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Gives contacts their custom fields. Only the plugin has any. */
public final class CustomFieldToCustomField extends FreshsalesRow {

    public CustomFieldToCustomField() {
        super(6, "Custom Field -> Custom Field", Fidelity.LOSSY);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "types of custom fields",
                        "an administrator makes them by hand",
                        "one choice becomes a dropdown, several a multi-select, a date with time the day"
                                + " and the exact moment as text"),
                new Loss(
                        "name of a custom field that Freshsales has",
                        "two fields of one name cannot be told apart",
                        "the name with '(NextCRM)' behind it"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        Fields fields = new Fields(business, "contact", CONTACT).withoutMoney();
        CustomColumns.addTo(fields, business, account, CONTACT);
        return fields.isEmpty()
                ? List.of()
                : List.of(
                        MappingPart.Contribution.to(CONTACT_TO_CONTACT, "contact", fields.mappings(), fields.schema()));
    }
}
