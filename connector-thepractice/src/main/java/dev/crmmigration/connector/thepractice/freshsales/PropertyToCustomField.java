package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.connector.thepractice.mapping.Export.PROPERTY_VALUE;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.Properties;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Gives contacts the custom properties of their clients under the same names, and deals those of packages. */
public final class PropertyToCustomField extends FreshsalesRow {

    public PropertyToCustomField() {
        super(9, "Custom Client Properties -> Custom Fields on Contact");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "types of custom properties",
                        "there are no link fields, and what is yes or no may also be unknown",
                        "yes or no becomes an option, a link becomes text"),
                new Loss(
                        "values that do not fit the type of their property",
                        "they cannot be written",
                        "they stay in the export and are counted as repairs by the rule CUSTOM_TYPE"),
                new Loss(
                        "custom properties of sessions",
                        "appointments and tasks take no custom fields",
                        "they are lines of the description"),
                new Loss(
                        "name of a property that Freshsales has",
                        "two fields of one name cannot be told apart",
                        "the name with '(The Practice)' behind it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        Properties properties = new Properties(export, clients(export), account);
        if (export.has(CLIENT)) {
            properties.addTo(parts, CLIENT, CONTACT, CLIENT_TO_CONTACT);
        }
        if (export.has(CLIENT_PACKAGE)) {
            properties.addTo(parts, CLIENT_PACKAGE, DEAL, PACKAGE_TO_DEAL);
        }
        if (export.has(PROPERTY_VALUE)) {
            parts.add(MappingPart.Exclusion.of(
                    PROPERTY_VALUE, "true", "Properties of clients, packages and sessions that do not move"));
        }
        return parts;
    }
}
