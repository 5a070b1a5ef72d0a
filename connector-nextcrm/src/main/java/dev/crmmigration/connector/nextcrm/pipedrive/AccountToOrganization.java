package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.ORGANIZATION;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.nextcrm.mapping.AccountText;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes an organization of every account; the plugin has companies only as a column of contacts. */
public final class AccountToOrganization extends NextCrmRow {

    private static final String ACCOUNT = "account";

    public AccountToOrganization() {
        super(2, "Organization -> Organization", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.DUPLICATE_ACCOUNTS);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "parent of an account (member_of)",
                        "NextCRM has it as free text, so it leads to no account",
                        "the custom field 'NextCRM member of'"),
                new Loss(
                        "revenue and employees",
                        "NextCRM has them as free text",
                        "the custom fields 'NextCRM annual revenue' and 'NextCRM employees' as text"),
                new Loss(
                        "second address",
                        "an organization has one",
                        "the billing address; the shipping address in the custom field 'NextCRM shipping address'"),
                new Loss("account watchers", "followers are users who may not be there", "they are left out"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(ACCOUNT)) {
            return ofContacts(business);
        }
        RecordsBuilder organizations =
                MappingPart.Records.from(ACCOUNT).to(ORGANIZATION).orderBy(business.column(ACCOUNT, "createdAt"));
        if (business.chose(Choices.DUPLICATE_ACCOUNTS, "sameDomain") && business.has(ACCOUNT, "website")) {
            organizations.sameAs(AccountText.SAME_DOMAIN);
        }
        Fields fields = new Fields(business, ACCOUNT, ORGANIZATION)
                .set("name", "coalesce(trim(name), concat(\"Account \", $id))")
                .set("add_time", "createdAt", "createdAt")
                .set("address", address(business), "billing_city");
        own(fields, account, "website", "website", "NextCRM website");
        fields.custom("NextCRM company id", FieldType.TEXT, "company_id", "company_id")
                .custom("NextCRM VAT", FieldType.TEXT, "vat", "vat")
                .custom("NextCRM e-mail", FieldType.TEXT, "email", "email")
                .custom("NextCRM phone", FieldType.TEXT, "office_phone", "office_phone")
                .custom("NextCRM fax", FieldType.TEXT, "fax", "fax")
                .custom("NextCRM annual revenue", FieldType.TEXT, "annual_revenue", "annual_revenue")
                .custom("NextCRM employees", FieldType.TEXT, "employees", "employees")
                .custom("NextCRM member of", FieldType.TEXT, "member_of", "member_of")
                .custom("NextCRM status", FieldType.TEXT, "status", "status")
                .custom("NextCRM account type", FieldType.TEXT, "type", "type")
                .custom("NextCRM description", FieldType.LONG_TEXT, "description", "description")
                .custom("NextCRM shipping address", FieldType.TEXT, AccountText.SHIPPING_ADDRESS, "shipping_city");
        if (!business.options(ACCOUNT, "industry").isEmpty()) {
            fields.pickList("NextCRM industry", FieldType.CHOICE, business.options(ACCOUNT, "industry"), "industry");
        }
        List<MappingPart> parts = new ArrayList<>();
        parts.add(fields.into(organizations).build());
        if (business.has("accountWatcher")) {
            parts.add(MappingPart.Exclusion.of(
                    "accountWatcher",
                    "true",
                    "who watches an account in NextCRM follows nothing in Pipedrive by itself"));
        }
        return parts;
    }

    /** The plugin names companies on contacts: those of one name, however it is written, are one. */
    private static List<MappingPart> ofContacts(Business business) {
        if (!business.has("contact", "company")) {
            return List.of();
        }
        return List.of(MappingPart.Records.from("contact")
                .to(ORGANIZATION)
                .derivedBy(AccountText.COMPANY)
                .orderBy(business.column("contact", "created"))
                .set("name", "trim(company)")
                .build());
    }

    private static String address(Business business) {
        return "address(" + business.column(ACCOUNT, "billing_street") + ", " + business.column(ACCOUNT, "billing_city")
                + ", " + business.column(ACCOUNT, "billing_state") + ", "
                + business.column(ACCOUNT, "billing_postal_code") + ", " + business.column(ACCOUNT, "billing_country")
                + ")";
    }

    /** Some fields exist only where the account has the feature that they belong to. */
    private static void own(Fields fields, DestinationView account, String field, String column, String otherwise) {
        if (account.takes(ORGANIZATION, field, FieldType.TEXT)) {
            fields.set(field, column, column);
        } else {
            fields.custom(otherwise, FieldType.TEXT, column, column);
        }
    }
}
