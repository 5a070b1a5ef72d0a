package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DOCUMENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_SALES_ACCOUNT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.DocumentText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Hangs every document on what it is linked to, once for each link. */
public final class DocumentToFile extends FreshsalesRow {

    private static final String LINK = "documentLink";

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
        List<MappingPart> parts = new ArrayList<>();
        if (!business.has("document")) {
            return parts;
        }
        exclude(
                parts,
                business,
                "document",
                "its file hangs on everything that it is linked to; without a link there is no place");
        if (!business.has(LINK)) {
            return parts;
        }
        List<String> places = new ArrayList<>();
        place(parts, places, business, "account", OF_SALES_ACCOUNT, ACCOUNT_TO_ACCOUNT);
        place(parts, places, business, "contact", OF_CONTACT, CONTACT_TO_CONTACT);
        place(parts, places, business, "opportunity", OF_DEAL, OPPORTUNITY_TO_DEAL);
        String rest = places.isEmpty() ? "true" : "not(or(" + String.join(", ", places) + "))";
        parts.add(MappingPart.Exclusion.of(
                LINK,
                rest,
                "the document or what it is linked to is deleted, an older version, or has no place for files"));
        return parts;
    }

    private static void place(
            List<MappingPart> parts,
            List<String> places,
            Business business,
            String kind,
            String field,
            String mapping) {
        if (!business.has(kind)) {
            return;
        }
        String where = DocumentText.hangsOn(business, kind);
        places.add(where);
        parts.add(MappingPart.Records.from(LINK)
                .to(DOCUMENT)
                .part(kind)
                .where(where)
                .set(FieldMapping.CONTENT, DocumentText.FILE)
                .set(field, "link(" + mapping + ", target)")
                .build());
    }
}
