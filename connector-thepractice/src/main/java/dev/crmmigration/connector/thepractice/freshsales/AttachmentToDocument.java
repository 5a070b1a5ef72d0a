package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.ATTACHMENT;
import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.connector.thepractice.mapping.Export.COMPANY;
import static dev.crmmigration.connector.thepractice.mapping.Export.CONTRACT;
import static dev.crmmigration.connector.thepractice.mapping.Export.INVOICE;
import static dev.crmmigration.connector.thepractice.mapping.Export.NOTE_IMAGE;
import static dev.crmmigration.connector.thepractice.mapping.Export.RESPONSE;
import static dev.crmmigration.connector.thepractice.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.FILES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_SALES_ACCOUNT;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.thepractice.mapping.AttachmentText;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.SessionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.FileForms;
import java.util.ArrayList;
import java.util.List;

/** Attaches files to the deal of their contract, invoice or session, or to the contact or account that they belong to. */
public final class AttachmentToDocument extends FreshsalesRow {

    public AttachmentToDocument() {
        super(BEYOND, "Attachment -> File");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("date and author of files", "Freshsales stamps the import", "they stay in the export"),
                new Loss(
                        "files of appointments, notes and forms",
                        "files hang on contacts, accounts and deals only",
                        "files of sessions go to the deal of their package, all others to the contact"),
                new Loss(
                        "files that are not in the export",
                        "recordings and large files are kept elsewhere",
                        "a link to where they are, or a note with their name if that is not known"),
                new Loss("profile photos", "pictures of contacts are not written", "a file of the contact"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(ATTACHMENT)) {
            attachments(parts, export);
            parts.add(MappingPart.Exclusion.of(
                    ATTACHMENT, "true", "Files of something that the export does not have, or that does not move"));
        }
        if (export.has(NOTE_IMAGE)) {
            images(parts, export);
        }
        return parts;
    }

    private static void attachments(List<MappingPart> parts, Export export) {
        ofPaper(parts, export, CONTRACT, "contract_id", "present(contract_id)", "client_id");
        add(
                parts,
                export,
                "client",
                parentIs("client"),
                OF_CONTACT,
                clients(export).personOf("parent_id"));
        ofPaper(parts, export, SESSION, "parent_id", parentIs("session"), new SessionText(export).firstClient());
        ofPaper(parts, export, Export.NOTE, "parent_id", parentIs("note"), "client_id");
        ofPaper(parts, export, RESPONSE, "parent_id", parentIs("form_response"), "client_id");
        ofPaper(parts, export, INVOICE, "parent_id", parentIs("invoice"), "client_id");
        if (export.has(COMPANY)) {
            String company = "link(CompanyToAccount, related(company, on: $id, equals: parent_id))";
            add(parts, export, "company", parentIs("company"), OF_SALES_ACCOUNT, company);
        }
    }

    private static String parentIs(String type) {
        return AttachmentText.parentIs(type);
    }

    /** What belongs to something that a client has goes to the deal of its package, else to the contact. */
    private static void ofPaper(
            List<MappingPart> parts, Export export, String object, String id, String where, String client) {
        if (!export.has(object)) {
            return;
        }
        String of = "related(" + object + ", on: $id, equals: " + id + ", each: ";
        String contact = clients(export).personOf(of + client + ")");
        if (export.has(CLIENT_PACKAGE) && export.has(object, "client_package_id")) {
            String deal = dealOf(export, of + "client_package_id)");
            add(parts, export, object + " of a deal", where, OF_DEAL, deal);
            add(parts, export, object, "and(not(present(" + deal + ")), " + where + ")", OF_CONTACT, contact);
        } else {
            add(parts, export, object, where, OF_CONTACT, contact);
        }
    }

    /** What has a file is attached; what has none is linked to where it is, or a note names it. */
    private static void add(
            List<MappingPart> parts, Export export, String part, String where, String target, String parent) {
        FileForms.Files files = FileForms.Files.attachments(export, ATTACHMENT, part, where);
        parts.addAll(FILES.parts(files, target, parent));
        parts.add(FILES.lost(files, target, parent, AttachmentText.missing(export)));
    }

    private static void images(List<MappingPart> parts, Export export) {
        ClientText client = clients(export);
        FileForms.Files images = FileForms.Files.images(NOTE_IMAGE, client.isThere("client_id"));
        parts.addAll(FILES.parts(images, OF_CONTACT, client.personOf("client_id")));
        parts.add(MappingPart.Exclusion.of(
                NOTE_IMAGE, "true", "Images of notes that belong to no contact, or that cannot be read"));
    }
}
