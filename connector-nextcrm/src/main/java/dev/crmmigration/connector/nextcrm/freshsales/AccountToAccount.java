package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACCOUNT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.nextcrm.mapping.AccountText;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Dialable;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes a sales account of every account; the plugin has companies only as a column of contacts. */
public final class AccountToAccount extends FreshsalesRow {

    private static final String FROM = "account";
    private static final String INDUSTRIES = "industry_type_id";

    public AccountToAccount() {
        super(2, "Organization -> Account", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.DUPLICATE_ACCOUNTS, Choices.EQUAL_NAMES, Choices.INDUSTRY);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        DestinationView account = new DestinationView(context.destination());
        return List.of(account.matching(
                "industry", SALES_ACCOUNT, INDUSTRIES, new Business(context).distinct(FROM, "industry")));
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new Dialable());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "accounts of one name",
                        "Freshsales takes each name once",
                        "NextCRM's id behind the name of all but the first"),
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
                        "an account has one",
                        "the billing address; the shipping address in the custom field 'NextCRM shipping address'"),
                new Loss(
                        "phones and websites that are none",
                        "Freshsales takes none",
                        "the custom field 'NextCRM phone'; a website that is none is refused and listed"),
                new Loss(
                        "industries that the account does not list",
                        "the list is made in the account",
                        "an entry of the plan says what each becomes, or the field 'NextCRM industry' keeps the word"),
                new Loss("creation time of accounts", "Freshsales stamps the import", "'NextCRM created'"),
                new Loss("account watchers", "accounts have no followers", "they are left out"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(FROM)) {
            return ofContacts(business);
        }
        RecordsBuilder accounts =
                MappingPart.Records.from(FROM).to(SALES_ACCOUNT).orderBy(business.column(FROM, "createdAt"));
        if (business.chose(Choices.DUPLICATE_ACCOUNTS, "sameDomain") && business.has(FROM, "website")) {
            accounts.sameAs(AccountText.SAME_DOMAIN);
        }
        Fields fields = new Fields(business, FROM, SALES_ACCOUNT)
                .set("name", name(business))
                .set("website", "website", "website")
                .set("phone", "dialable(office_phone)", "office_phone")
                .set("address", "replace(billing_street, \"\\n\", \", \")", "billing_street")
                .set("city", "billing_city", "billing_city")
                .set("state", "billing_state", "billing_state")
                .set("zipcode", "billing_postal_code", "billing_postal_code")
                .set("country", "billing_country", "billing_country")
                .moment(account, CREATED, "createdAt", "createdAt");
        custom(fields);
        industry(fields, business);
        List<MappingPart> parts = new ArrayList<>();
        parts.add(fields.into(accounts).build());
        exclude(parts, business, "accountWatcher", "Freshsales has no followers of accounts");
        return parts;
    }

    /** The plugin names companies on contacts: those of one name, however it is written, are one. */
    private static List<MappingPart> ofContacts(Business business) {
        if (!business.has("contact", "company")) {
            return List.of();
        }
        return List.of(MappingPart.Records.from("contact")
                .to(SALES_ACCOUNT)
                .derivedBy(AccountText.COMPANY)
                .orderBy(business.column("contact", "created"))
                .set("name", "trim(company)")
                .build());
    }

    private static String name(Business business) {
        String name = "coalesce(trim(name), concat(\"Account \", $id))";
        String first = "related(account, on: normal(" + name + "), equals: normal(" + name
                + "), each: $id, reduce: first, order: "
                + (business.has(FROM, "createdAt") ? "createdAt" : "$id") + ")";
        return business.chose(Choices.EQUAL_NAMES, "keep")
                ? name
                : "case(ne(" + first + ", $id) => concat(" + name + ", \" (\", $id, \")\"), else => " + name + ")";
    }

    private static void custom(Fields fields) {
        fields.custom(
                        "NextCRM phone",
                        FieldType.TEXT,
                        "case(empty(dialable(office_phone)) => office_phone, else => null)",
                        "office_phone")
                .custom("NextCRM company id", FieldType.TEXT, "company_id", "company_id")
                .custom("NextCRM VAT", FieldType.TEXT, "vat", "vat")
                .custom("NextCRM e-mail", FieldType.TEXT, "email", "email")
                .custom("NextCRM fax", FieldType.TEXT, "fax", "fax")
                .custom("NextCRM annual revenue", FieldType.TEXT, "annual_revenue", "annual_revenue")
                .custom("NextCRM employees", FieldType.TEXT, "employees", "employees")
                .custom("NextCRM member of", FieldType.TEXT, "member_of", "member_of")
                .custom("NextCRM status", FieldType.TEXT, "status", "status")
                .custom("NextCRM account type", FieldType.TEXT, "type", "type")
                .custom("NextCRM description", FieldType.LONG_TEXT, "description", "description")
                .custom("NextCRM shipping address", FieldType.TEXT, AccountText.SHIPPING_ADDRESS, "shipping_city");
    }

    private static void industry(Fields fields, Business business) {
        if (!business.fills(FROM, "industry")) {
            return;
        }
        if (business.chose(Choices.INDUSTRY, "list")) {
            fields.set(INDUSTRIES, "map(\"industry\", industry)");
        } else {
            fields.pickList("NextCRM industry", FieldType.CHOICE, business.options(FROM, "industry"), "industry");
        }
    }
}
