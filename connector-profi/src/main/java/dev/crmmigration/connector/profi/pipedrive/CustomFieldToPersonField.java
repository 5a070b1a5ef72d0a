package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.CUSTOM_VALUE;
import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ORGANIZATION;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.CustomColumns;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Gives persons the custom fields of their clients under the same names; those of companies and packages likewise. */
public final class CustomFieldToPersonField extends ProfiRow {

    public CustomFieldToPersonField() {
        super(12, "Custom Field (client-level) -> Custom field on Person");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "types of custom fields",
                        "Pipedrive has no yes-or-no and no link fields",
                        "yes or no becomes an option, a link becomes text"),
                new Loss(
                        "values that do not fit the type of their field",
                        "they cannot be written",
                        "they stay in the export and are counted as repairs by the rule CUSTOM_TYPE"),
                new Loss(
                        "custom fields of sessions and invoices",
                        "activities and notes take none",
                        "they stay in the export"),
                new Loss(
                        "name of a custom field that Pipedrive has",
                        "two fields of one name cannot be told apart",
                        "the name with '(Profi)' behind it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        CustomColumns custom = new CustomColumns(export, clients(export), account);
        custom.addTo(parts, CLIENT, PERSON, CLIENT_TO_PERSON);
        custom.addTo(parts, ENROLLMENT, DEAL, ENROLLMENT_TO_DEAL);
        custom.addTo(parts, Export.ORGANIZATION, ORGANIZATION, ORGANIZATION_TO_ORGANIZATION);
        custom.foldInto(parts, CLIENT, CLIENT_TO_PERSON);
        custom.foldInto(parts, ENROLLMENT, ENROLLMENT_TO_DEAL);
        custom.foldInto(parts, Export.ORGANIZATION, ORGANIZATION_TO_ORGANIZATION);
        if (export.has(CUSTOM_VALUE)) {
            parts.add(MappingPart.Exclusion.of(
                    CUSTOM_VALUE,
                    "true",
                    "Custom fields of sessions, invoices and records that do not become a person, deal or"
                            + " organization of their own"));
        }
        return parts;
    }
}
