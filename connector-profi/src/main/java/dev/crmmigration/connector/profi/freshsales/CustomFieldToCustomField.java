package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.CUSTOM_VALUE;
import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.connector.profi.mapping.Export.ORGANIZATION;
import static dev.crmmigration.connector.profi.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACCOUNT;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.CustomColumns;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Gives contacts the custom fields of their members under the same names; sessions, packages and companies likewise. */
public final class CustomFieldToCustomField extends FreshsalesRow {

    public CustomFieldToCustomField() {
        super(BEYOND, "Custom Field -> Custom Field");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "types of custom fields",
                        "there are no link fields, and what is yes or no may also be unknown",
                        "yes or no becomes an option, a link becomes text"),
                new Loss(
                        "custom fields of packages whose sessions are deals",
                        "the deal is that of a session",
                        "they stay in the export, but for packages without any session"),
                new Loss("custom fields of invoices", "notes take none", "they stay in the export"),
                new Loss(
                        "name of a custom field that Freshsales has",
                        "two fields of one name cannot be told apart",
                        "the name with '(Profi)' behind it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        CustomColumns custom = new CustomColumns(export, clients(export), account);
        custom.addTo(parts, CLIENT, CONTACT, MEMBER_TO_CONTACT);
        custom.foldInto(parts, CLIENT, MEMBER_TO_CONTACT);
        custom.addTo(parts, ORGANIZATION, SALES_ACCOUNT, ORGANIZATION_TO_ACCOUNT);
        custom.foldInto(parts, ORGANIZATION, ORGANIZATION_TO_ACCOUNT);
        if (new Deals(export).ofSessions()) {
            custom.addTo(parts, SESSION, DEAL, SESSION_TO_DEAL);
            custom.foldInto(parts, SESSION, SESSION_TO_DEAL);
        }
        custom.addTo(parts, ENROLLMENT, DEAL, PACKAGE_TO_DEAL);
        custom.foldInto(parts, ENROLLMENT, PACKAGE_TO_DEAL);
        if (export.has(CUSTOM_VALUE)) {
            parts.add(
                    MappingPart.Exclusion.of(
                            CUSTOM_VALUE,
                            "true",
                            "Custom fields of invoices and of records that do not become a contact, account or deal of their own"));
        }
        return parts;
    }
}
