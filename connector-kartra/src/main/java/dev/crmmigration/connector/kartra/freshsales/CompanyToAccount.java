package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACCOUNT;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Makes a sales account of every company that contacts name, and, if wanted, of every contact that names none. */
public final class CompanyToAccount extends FreshsalesRow {

    public CompanyToAccount() {
        super(2, "Company -> Account", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.WITHOUT_COMPANY);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "spelling of company",
                        "Kartra has no companies, only a text on each contact",
                        "spellings that differ in case, spaces or marks are one account, named as the contact that joined"
                                + " first has it"),
                new Loss(
                        "accounts of single persons",
                        "Freshsales takes each name once",
                        "the id of the contact stands behind its name"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        ContactText contact = contacts(export);
        boolean companies = export.has(CONTACT, "company");
        boolean singles = !export.chose(Choices.WITHOUT_COMPANY, CommonChoices.NONE);
        if (!export.has(CONTACT) || !(companies || singles)) {
            return List.of();
        }
        String company = companies ? contact.company() : "null";
        RecordsBuilder accounts = MappingPart.Records.from(CONTACT)
                .to(SALES_ACCOUNT)
                .derivedBy(contact.organizationKey())
                .set("name", "coalesce(" + company + ", concat(" + contact.displayName() + ", \" (\", $id, \")\"))");
        if (singles) {
            accounts.set("tags", "case(present(" + company + ") => null, else => \"Single person\")");
        }
        return List.of(inOrder(accounts, export, CONTACT, "created").build());
    }
}
