package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.ATTACHMENT;
import static dev.crmmigration.connector.profi.mapping.Export.NOTE_IMAGE;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.FILES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_SALES_ACCOUNT;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.AttachmentText;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.FileForms;
import java.util.ArrayList;
import java.util.List;

/** Attaches files to the deal of their session, or to the contact or account that they belong to. */
public final class AttachmentToDocument extends FreshsalesRow {

    public AttachmentToDocument() {
        super(10, "Attachment / Uploaded File -> Files");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("date and author of files", "Freshsales stamps the import", "they stay in the export"),
                new Loss(
                        "files of appointments, notes and invoices",
                        "files hang on contacts, accounts and deals only",
                        "files of sessions go to their deal, all others to the contact"),
                new Loss(
                        "files that are not in the export",
                        "recordings and large files are kept elsewhere",
                        "a link to where they are, or a note with their name if that is not known"),
                new Loss("profile photos", "pictures of contacts are not written", "a file of the contact"),
                new Loss("files of courses", "Freshsales has no courses", "they stay in the export"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(ATTACHMENT)) {
            attachments(parts, export);
            parts.add(MappingPart.Exclusion.of(
                    ATTACHMENT, AttachmentText.isOfCourse(), "Files of courses: Freshsales has no courses"));
            parts.add(MappingPart.Exclusion.of(
                    ATTACHMENT, "true", "Files of something that the export does not have, or that does not move"));
        }
        if (export.has(NOTE_IMAGE)) {
            images(parts, export);
        }
        return parts;
    }

    private static void attachments(List<MappingPart> parts, Export export) {
        ClientText client = clients(export);
        AttachmentText file = new AttachmentText(export, client);
        add(parts, export, "client", file.isOfPerson(), OF_CONTACT, client.personOf("parent_id"));
        add(parts, export, "business", file.isOfBusiness(), OF_SALES_ACCOUNT, client.business("parent_id"));
        if (export.has(Export.SESSION)) {
            session(parts, export, file);
        }
        for (String paper : List.of(Export.NOTE, Export.INVOICE)) {
            if (export.has(paper)) {
                String contact = client.personOf(file.clientOf(paper));
                add(parts, export, paper, file.isOfPaper(paper), OF_CONTACT, contact);
            }
        }
        if (export.has(Export.ORGANIZATION)) {
            String organization = "link(OrganizationToAccount, parent_id)";
            add(parts, export, "organization", file.isOfOrganization(), OF_SALES_ACCOUNT, organization);
        }
    }

    private static void session(List<MappingPart> parts, Export export, AttachmentText file) {
        if (new Deals(export).ofSessions()) {
            add(parts, export, "session", file.isOfSession(), OF_DEAL, "link(SessionToDeal, parent_id)");
        } else {
            String first = "related(session, on: $id, equals: parent_id, each: client_id)";
            add(
                    parts,
                    export,
                    "session",
                    file.isOfSession(),
                    OF_CONTACT,
                    clients(export).personOf(first));
        }
    }

    /** What has a file is attached; what has none is linked to where it is, or a note names it. */
    private static void add(
            List<MappingPart> parts, Export export, String part, String where, String target, String parent) {
        FileForms.Files files = FileForms.Files.attachments(export, ATTACHMENT, part, where);
        parts.addAll(FILES.parts(files, target, parent));
        parts.add(FILES.lost(files, target, parent, new AttachmentText(export, clients(export)).lost()));
    }

    private static void images(List<MappingPart> parts, Export export) {
        ClientText client = clients(export);
        FileForms.Files images = FileForms.Files.images(NOTE_IMAGE, client.isPersonId("client_id"));
        parts.addAll(FILES.parts(images, OF_CONTACT, client.personOf("client_id")));
        parts.add(MappingPart.Exclusion.of(
                NOTE_IMAGE, "true", "Images of notes that belong to no contact, or that cannot be read"));
    }
}
