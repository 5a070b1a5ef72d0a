package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACCOUNT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Dialable;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.PersonFields;
import java.util.List;

/** Makes a sales account of every member that is a business, never a contact; part of the first two rows of the table. */
public final class BusinessMemberToAccount extends FreshsalesRow {

    public BusinessMemberToAccount() {
        super(BEYOND, "Member that is a business -> Account");
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new Dialable());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("e-mail address of a business", "sales accounts have no such field", "the field Email__c"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.distinct(CLIENT, "kind").contains("business")) {
            return List.of();
        }
        ClientText client = clients(export);
        RecordsBuilder accounts =
                MappingPart.Records.from(CLIENT).to(SALES_ACCOUNT).where(client.isBusiness());
        if (client.merges()) {
            accounts.sameAs("same_as").orderBy("duplicate_rank");
        }
        String phone = "e164(" + export.column(CLIENT, "phone_country_code") + ", " + client.of("phone") + ")";
        Fields fields = new Fields(export, CLIENT, SALES_ACCOUNT)
                .set("name", new AccountNames(export).ofBusiness(client))
                .set("website", client.of("website_url"), "website_url")
                .set("phone", "dialable(" + phone + ")", "phone")
                .custom(
                        "Other_Phones__c",
                        FieldType.TEXT,
                        "case(empty(dialable(" + phone + ")) => " + phone + ", else => null)",
                        "phone")
                .custom("Email__c", FieldType.TEXT, client.of("email"), "email")
                .moment(account, CREATED_AT, "created_at", "created_at");
        PersonFields.address(fields, client::of);
        PersonFields.networks(fields, client::of);
        return List.of(
                inOrder(fields.into(accounts), export, CLIENT, "created_at").build());
    }
}
