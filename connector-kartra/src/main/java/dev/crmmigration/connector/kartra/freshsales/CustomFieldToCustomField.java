package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.kartra.mapping.CustomColumns;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.KartraChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import java.util.List;

/** Gives contacts their custom fields, under their names in Kartra, and columns that no row names. */
public final class CustomFieldToCustomField extends FreshsalesRow {

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
                        "an administrator makes them by hand",
                        "input_field becomes text, text_area a text area, drop_down and radio_button a dropdown, checkbox a"
                                + " multi-select, also where it has one option"),
                new Loss(
                        "name of a custom field that Freshsales or another row uses",
                        "two fields of one name cannot be told apart",
                        "the name with '(Kartra)' behind it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        Fields fields = new Fields(export, CONTACT, FreshsalesNames.CONTACT).withoutMoney();
        new CustomColumns(export, account).addTo(fields, FreshsalesNames.CONTACT);
        return fields.isEmpty()
                ? List.of()
                : List.of(MappingPart.Contribution.to(CONTACT_TO_CONTACT, CONTACT, fields.mappings(), fields.schema()));
    }
}
