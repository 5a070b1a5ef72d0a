package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.kartra.mapping.CustomColumns;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.KartraChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Gives persons the custom fields of their contacts, under their names in Kartra, and columns that no row names. */
public final class CustomFieldToCustomField extends KartraRow {

    public CustomFieldToCustomField() {
        super(7, "Custom Field -> Custom Field", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(KartraChoices.OTHER_COLUMNS);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "types of custom fields",
                        "Pipedrive has 16 types, among them no whole number, no truth value and no date with time",
                        "input_field becomes text, text_area large text, drop_down and radio_button a single option,"
                                + " checkbox multiple options, also where it has one"),
                new Loss(
                        "name of a custom field that Pipedrive or another row uses",
                        "two fields of one name cannot be told apart",
                        "the name with '(Kartra)' behind it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        Fields fields = new Fields(export, CONTACT, PERSON);
        new CustomColumns(export, account).addTo(fields, PERSON);
        if (fields.isEmpty()) {
            return List.of();
        }
        return List.of(MappingPart.Contribution.to(CONTACT_TO_PERSON, CONTACT, fields.mappings(), fields.schema()));
    }
}
