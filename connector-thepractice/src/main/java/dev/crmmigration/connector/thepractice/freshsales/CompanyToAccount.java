package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.connector.thepractice.mapping.Export.COMPANY;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACCOUNT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.thepractice.mapping.CompanyText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Dialable;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.PersonFields;
import java.util.ArrayList;
import java.util.List;

/** Makes one sales account of every company, and names all companies of a client on its contact. */
public final class CompanyToAccount extends FreshsalesRow {

    private static final String INDUSTRY_MAP = "industry";
    private static final String INDUSTRIES = "industry_type_id";

    public CompanyToAccount() {
        super(2, "Client Company / Associated Business -> Account");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.EQUAL_NAMES, Choices.INDUSTRY);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        DestinationView account = new DestinationView(context.destination());
        return List.of(account.matching(
                INDUSTRY_MAP, SALES_ACCOUNT, INDUSTRIES, new Export(context).distinct(COMPANY, "industry")));
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new Dialable());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "role and title of a client in a company",
                        "the link of a contact with an account has none",
                        "they stand behind the name in Companies__c"),
                new Loss(
                        "more than ten companies of one client",
                        "a contact has at most ten accounts",
                        "the first ones are its accounts, the first of them is primary; Companies__c names all"),
                new Loss(
                        "companies of one name",
                        "Freshsales takes each name once",
                        "The Practice's id behind the name of all but the first"),
                new Loss(
                        "industries that the account does not list",
                        "the list is made in the account",
                        "an entry of the plan says what each becomes, or the field Industry__c keeps the word"),
                new Loss("creation time of companies", "Freshsales stamps the import", "the field " + CREATED_AT));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(COMPANY)) {
            parts.add(account(export, account));
        }
        if (export.fills(CLIENT, "company_names")) {
            Fields names = new Fields(export, CLIENT, CONTACT)
                    .custom("Companies__c", FieldType.LONG_TEXT, CompanyText.names(export));
            parts.add(MappingPart.Contribution.to(CLIENT_TO_CONTACT, CLIENT, names.mappings(), names.schema()));
        }
        CompanyText.foldInto(parts, export, CLIENT_TO_CONTACT);
        return parts;
    }

    private static MappingPart account(Export export, DestinationView account) {
        Fields fields = new Fields(export, COMPANY, SALES_ACCOUNT)
                .set("name", new AccountNames(export).ofCompany())
                .moment(account, CREATED_AT, "created_at", "created_at");
        PersonFields.company(fields, column -> export.column(COMPANY, column), "phone");
        industry(fields, export);
        return inOrder(fields.into(MappingPart.Records.from(COMPANY).to(SALES_ACCOUNT)), export, COMPANY, "created_at")
                .build();
    }

    private static void industry(Fields fields, Export export) {
        if (!export.fills(COMPANY, "industry")) {
            return;
        }
        if (export.chose(Choices.INDUSTRY, "list")) {
            fields.set(INDUSTRIES, "map(\"" + INDUSTRY_MAP + "\", industry)");
        } else {
            fields.custom("Industry__c", FieldType.TEXT, "industry");
        }
    }
}
