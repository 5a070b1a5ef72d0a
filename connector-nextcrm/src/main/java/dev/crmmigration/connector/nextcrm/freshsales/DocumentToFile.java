package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DOCUMENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_SALES_ACCOUNT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.DocumentFiles;
import dev.crmmigration.connector.nextcrm.mapping.DocumentFiles.Place;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Hangs every document on what it is linked to, once for each link. */
public final class DocumentToFile extends FreshsalesRow {

    public DocumentToFile() {
        super(BEYOND, "Document -> File", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "older versions of documents",
                        "NextCRM writes over them: the first row of a chain has the newest file",
                        "the newest version alone"),
                new Loss("date and author of files", "Freshsales takes neither", "the day of the import"),
                new Loss(
                        "documents that are linked to nothing, to leads, to invoices or to tasks",
                        "files of Freshsales hang on contacts, accounts and deals",
                        "they are counted as left out"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        return DocumentFiles.parts(
                business,
                DOCUMENT,
                List.of(
                        new Place("account", OF_SALES_ACCOUNT, ACCOUNT_TO_ACCOUNT),
                        new Place("contact", OF_CONTACT, CONTACT_TO_CONTACT),
                        new Place("opportunity", OF_DEAL, OPPORTUNITY_TO_DEAL)));
    }
}
