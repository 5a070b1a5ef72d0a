package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACCOUNT;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Makes a sales account of every company that clients only name; part of the second row of the table. */
public final class CompanyNameToAccount extends FreshsalesRow {

    public CompanyNameToAccount() {
        super(BEYOND, "Company name of a client -> Account");
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "spelling of company names",
                "clients that only name a company have no key of it",
                "spellings that differ in case, spaces or marks are one account, named as the client that came first has"
                        + " it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.fills(CLIENT, "company_name")) {
            return List.of();
        }
        ClientText client = clients(export);
        RecordsBuilder accounts = MappingPart.Records.from(CLIENT)
                .to(SALES_ACCOUNT)
                .derivedBy(client.companyKey())
                .set("name", new AccountNames(export).ofName(client));
        return List.of(inOrder(accounts, export, CLIENT, "created_at").build());
    }
}
