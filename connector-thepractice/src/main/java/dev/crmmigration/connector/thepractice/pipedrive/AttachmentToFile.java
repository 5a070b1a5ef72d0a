package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.ATTACHMENT;
import static dev.crmmigration.connector.thepractice.mapping.Export.NOTE_IMAGE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.FILE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.thepractice.mapping.AttachmentText;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Attaches files to the activity of their session, the deal of their contract or invoice, or the person or organization. */
public final class AttachmentToFile extends PracticeRow {

    public AttachmentToFile() {
        super(BEYOND, "Attachment -> File");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("date and author of files", "Pipedrive stamps the import", "they stay in the export"),
                new Loss(
                        "files that are not in the export",
                        "recordings and large files are kept elsewhere",
                        "a note with their name and link"),
                new Loss("profile photos", "pictures of persons are not written", "a file of the person"));
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
            images(parts, clients(export));
        }
        return parts;
    }

    private static void attachments(List<MappingPart> parts, Export export) {
        ClientText client = clients(export);
        ofPaper(parts, export, Export.CONTRACT, "contract_id", "present(contract_id)");
        add(parts, export, "client", client.isThere("parent_id"), "person_id", client.personOf("parent_id"));
        if (export.has(Export.SESSION)) {
            String there = "related(session, on: $id, equals: parent_id, reduce: any)";
            add(parts, export, "session", there, "activity_id", "link(SessionToActivity, parent_id)");
        }
        ofPerson(parts, export, Export.NOTE);
        ofPerson(parts, export, Export.RESPONSE);
        ofPaper(parts, export, Export.INVOICE, "parent_id", AttachmentText.parentIs("invoice"));
        if (export.has(Export.COMPANY)) {
            String there = "related(company, on: $id, equals: parent_id, reduce: any)";
            add(parts, export, "company", there, "org_id", "link(CompanyToOrganization, parent_id)");
        }
    }

    /** What belongs to a contract or invoice goes to the deal of its package, else to its person. */
    private static void ofPaper(List<MappingPart> parts, Export export, String object, String id, String where) {
        if (!export.has(object)) {
            return;
        }
        ClientText client = clients(export);
        String of = "related(" + object + ", on: $id, equals: " + id + ", each: ";
        String deal = export.has(object, "client_package_id") ? dealOf(export, of + "client_package_id)") : "null";
        String there = "and(" + where + ", " + client.isThere(of + "client_id)");
        both(parts, export, object, there + ", present(" + deal + "))", "deal_id", deal);
        both(
                parts,
                export,
                object + " without deal",
                there + ", not(present(" + deal + ")))",
                "person_id",
                client.personOf(of + "client_id)"));
    }

    private static void ofPerson(List<MappingPart> parts, Export export, String object) {
        if (export.has(object)) {
            ClientText client = clients(export);
            String id = "related(" + object + ", on: $id, equals: parent_id, each: client_id)";
            add(parts, export, object, client.isThere(id), "person_id", client.personOf(id));
        }
    }

    private static void add(
            List<MappingPart> parts, Export export, String type, String there, String target, String parent) {
        both(parts, export, type, "and(" + AttachmentText.parentIs(type) + ", " + there + ")", target, parent);
    }

    /** What has a file is attached; of what has none a note says where it is. */
    private static void both(
            List<MappingPart> parts, Export export, String part, String where, String target, String parent) {
        parts.add(MappingPart.Records.from(ATTACHMENT)
                .to(FILE)
                .part(part)
                .where("and(present(file), " + where + ")")
                .set(FieldMapping.CONTENT, "file")
                .set(target, parent)
                .build());
        String session = "related(session, on: $id, equals: parent_id, each: client_id)";
        boolean isOfActivity = target.equals("activity_id");
        String noted = isOfActivity ? clients(export).personOf(session) : parent;
        RecordsBuilder note = MappingPart.Records.from(ATTACHMENT)
                .to(NOTE)
                .part(part + " without file")
                .where("and(not(present(file)), present(" + noted + "), " + where + ")")
                .set("content", AttachmentText.missing(export))
                .set(isOfActivity ? "person_id" : target, noted);
        if (export.has(ATTACHMENT, "created_at")) {
            note.set("add_time", "created_at");
        }
        parts.add(note.build());
    }

    private static void images(List<MappingPart> parts, ClientText client) {
        String there = client.isThere("client_id");
        parts.add(MappingPart.Records.from(NOTE_IMAGE)
                .to(FILE)
                .part("image")
                .where("and(present(file), " + there + ")")
                .set(FieldMapping.CONTENT, "file")
                .set("person_id", client.personOf("client_id"))
                .build());
        parts.add(MappingPart.Records.from(NOTE_IMAGE)
                .to(NOTE)
                .part("image elsewhere")
                .where("and(present(link), " + there + ")")
                .set("content", "concat(\"[image \", number, \"] of a note is not in the export: \", html(link))")
                .set("person_id", client.personOf("client_id"))
                .build());
        parts.add(MappingPart.Exclusion.of(
                NOTE_IMAGE, "true", "Images of notes that belong to no person, or that cannot be read"));
    }
}
