package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.CustomColumns;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Gives persons the custom fields of their contacts. Only the plugin has any. */
public final class CustomFieldToCustomField extends NextCrmRow {

    public CustomFieldToCustomField() {
        super(6, "Custom Field -> Custom Field", Fidelity.LOSSY);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "types of custom fields",
                "Pipedrive has 16 types, among them no whole number and no date with time",
                "numbers become double, one choice a single option, several a multiple option, text over 255 letters"
                        + " large text, a date with time the day and the exact moment as text"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        Fields fields = new Fields(business, "contact", PERSON);
        CustomColumns.addTo(fields, business, account, PERSON);
        if (fields.isEmpty()) {
            return List.of();
        }
        return List.of(MappingPart.Contribution.to(CONTACT_TO_PERSON, "contact", fields.mappings(), fields.schema()));
    }
}
