package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.ORGANIZATION;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACCOUNT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Dialable;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.PersonFields;
import java.util.List;

/** Makes one sales account of every company, below the company that it is part of. */
public final class OrganizationToAccount extends FreshsalesRow {

    private static final String INDUSTRY_MAP = "industry";
    private static final String INDUSTRIES = "industry_type_id";

    public OrganizationToAccount() {
        super(2, "Member (service-provider side) -> Account");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.EQUAL_NAMES, Choices.INDUSTRY);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        DestinationView account = new DestinationView(context.destination());
        return List.of(account.matching(
                INDUSTRY_MAP, SALES_ACCOUNT, INDUSTRIES, new Export(context).distinct(ORGANIZATION, "industry")));
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new Dialable());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "companies of one name",
                        "Freshsales takes each name once",
                        "Profi's id behind the name of all but the first"),
                new Loss(
                        "industries that the account does not list",
                        "the list is made in the account",
                        "an entry of the plan says what each becomes, or the field Industry__c keeps the word"),
                new Loss("creation time of companies", "Freshsales stamps the import", "the field " + CREATED_AT));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(ORGANIZATION)) {
            return List.of();
        }
        Fields fields = new Fields(export, ORGANIZATION, SALES_ACCOUNT)
                .set("name", new AccountNames(export).ofOrganization())
                .moment(account, CREATED_AT, "created_at", "created_at");
        PersonFields.company(fields, column -> export.column(ORGANIZATION, column), "e164(null, phone)");
        industry(fields, export);
        RecordsBuilder accounts = inOrder(
                fields.into(MappingPart.Records.from(ORGANIZATION).to(SALES_ACCOUNT)),
                export,
                ORGANIZATION,
                "created_at");
        if (export.fills(ORGANIZATION, "parent_organization_id")) {
            accounts.setOrLater(
                    "parent_sales_account_id",
                    "case(eq(parent_organization_id, $id) => null, else => link(OrganizationToAccount,"
                            + " parent_organization_id))");
        }
        return List.of(accounts.build());
    }

    private static void industry(Fields fields, Export export) {
        if (!export.fills(ORGANIZATION, "industry")) {
            return;
        }
        if (export.chose(Choices.INDUSTRY, "list")) {
            fields.set(INDUSTRIES, "map(\"" + INDUSTRY_MAP + "\", industry)");
        } else {
            fields.custom("Industry__c", FieldType.TEXT, "industry");
        }
    }
}
