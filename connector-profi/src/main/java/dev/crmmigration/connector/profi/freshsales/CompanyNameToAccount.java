package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACCOUNT;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Makes a sales account of every company that members only name: contacts have no field for a company's name. */
public final class CompanyNameToAccount extends FreshsalesRow {

    public CompanyNameToAccount() {
        super(BEYOND, "Company name of a member -> Account");
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "spelling of company names",
                "members that only name a company have no key of it",
                "spellings that differ in case, spaces or marks are one account, named as the member that came first has"
                        + " it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.fills(CLIENT, "organization_name")) {
            return List.of();
        }
        ClientText client = clients(export);
        return List.of(inOrder(
                        MappingPart.Records.from(CLIENT)
                                .to(SALES_ACCOUNT)
                                .where(client.isPerson())
                                .derivedBy(client.companyKey())
                                .set("name", new AccountNames(export).ofCompany(client)),
                        export,
                        CLIENT,
                        "created_at")
                .build());
    }
}
