package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.ATTACHMENT;
import static dev.crmmigration.connector.profi.mapping.Export.NOTE_IMAGE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.FILE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.List;

/** Attaches files to the activity of their session, the deal of their invoice, or the person or organization they belong to. */
public final class AttachmentToFile extends ProfiRow {

    private static final String PARENT = "eq(parent_type, ";

    public AttachmentToFile() {
        super(11, "Attachment / File -> Activity File Attachment");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("date and author of files", "Pipedrive stamps the import", "they stay in the export"),
                new Loss(
                        "files that are not in the export",
                        "recordings and large files are kept elsewhere",
                        "a note with their name and link"),
                new Loss("profile photos", "pictures of persons are not written", "a file of the person"),
                new Loss("files of courses", "Pipedrive has no courses", "they stay in the export"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(ATTACHMENT)) {
            ofClients(parts, export);
            ofSessions(parts, export);
            ofNotes(parts, export);
            ofInvoices(parts, export);
            ofOrganizations(parts, export);
            parts.add(MappingPart.Exclusion.of(
                    ATTACHMENT, PARENT + "\"course\")", "Files of courses: Pipedrive has no courses"));
            parts.add(MappingPart.Exclusion.of(
                    ATTACHMENT, "true", "Files of something that the export does not have, or that does not move"));
        }
        if (export.has(NOTE_IMAGE)) {
            images(parts, export);
        }
        return parts;
    }

    private static void ofClients(List<MappingPart> parts, Export export) {
        String client = "parent_id";
        add(parts, export, "client", ofPerson(client, export), "person_id", clients(export).personOf(client));
        add(parts, export, "business", ofBusiness(client, export), "org_id", clients(export).business(client));
    }

    private static void ofSessions(List<MappingPart> parts, Export export) {
        if (export.has(Export.SESSION)) {
            String there = "related(session, on: $id, equals: parent_id, reduce: any)";
            add(parts, export, "session", both("session", there), "activity_id", "link(SessionToActivity, parent_id)");
        }
    }

    private static void ofNotes(List<MappingPart> parts, Export export) {
        if (export.has(Export.NOTE)) {
            String client = "related(note, on: $id, equals: parent_id, each: client_id)";
            String there = clients(export).isPersonId(client);
            add(parts, export, "note", both("note", there), "person_id", clients(export).personOf(client));
        }
    }

    private static void ofInvoices(List<MappingPart> parts, Export export) {
        if (export.has(Export.INVOICE)) {
            String client = "related(invoice, on: $id, equals: parent_id, each: client_id)";
            String there = clients(export).isPersonId(client);
            add(parts, export, "invoice", both("invoice", there), "person_id", clients(export).personOf(client));
        }
    }

    private static void ofOrganizations(List<MappingPart> parts, Export export) {
        if (export.has(Export.ORGANIZATION)) {
            String there = "related(organization, on: $id, equals: parent_id, reduce: any)";
            add(
                    parts,
                    export,
                    "organization",
                    both("organization", there),
                    "org_id",
                    "link(ClientOrganizationToOrganization, parent_id)");
        }
    }

    private static String ofPerson(String client, Export export) {
        return both(
                "client",
                clients(export).isPersonId(client));
    }

    private static String ofBusiness(String client, Export export) {
        return both(
                "client",
                clients(export).isBusinessId(client));
    }

    private static String both(String type, String there) {
        return "and(" + PARENT + Expressions.text(type) + "), " + there + ")";
    }

    /** What has a file is attached; of what has none a note says where it is. */
    private static void add(
            List<MappingPart> parts, Export export, String part, String where, String target, String parent) {
        parts.add(MappingPart.Records.from(ATTACHMENT)
                .to(FILE)
                .part(part)
                .where("and(present(file), " + where + ")")
                .set(FieldMapping.CONTENT, "file")
                .set(target, parent)
                .build());
        if (target.equals("activity_id")) {
            lost(parts, export, part, where, "person_id", personOfSession(export));
        } else {
            lost(parts, export, part, where, target, parent);
        }
    }

    private static String personOfSession(Export export) {
        return clients(export).personOf("related(session, on: $id, equals: parent_id, each: client_id)");
    }

    private static void lost(
            List<MappingPart> parts, Export export, String part, String where, String target, String parent) {
        RecordsBuilder note = MappingPart.Records.from(ATTACHMENT)
                .to(NOTE)
                .part(part + " without file")
                .where("and(not(present(file)), present(" + parent + "), " + where + ")")
                .set(
                        "content",
                        "join(\"<br>\", concat(\"<b>File that was not in the export: \", html(coalesce("
                                + export.columns(ATTACHMENT, "file_name", "path")
                                + ", \"without a name\")), \"</b>\"), html("
                                + export.column(ATTACHMENT, "category") + "), html(" + export.column(ATTACHMENT, "url")
                                + "))")
                .set(target, parent);
        if (export.has(ATTACHMENT, "created_at")) {
            note.set("add_time", "created_at");
        }
        parts.add(note.build());
    }

    private static void images(List<MappingPart> parts, Export export) {
        ClientText client = clients(export);
        parts.add(MappingPart.Records.from(NOTE_IMAGE)
                .to(FILE)
                .part("image")
                .where("and(present(file), related(client, on: $id, equals: client_id, where: " + client.isPerson()
                        + ", reduce: any))")
                .set(FieldMapping.CONTENT, "file")
                .set("person_id", client.personOf("client_id"))
                .build());
        RecordsBuilder link = MappingPart.Records.from(NOTE_IMAGE)
                .to(NOTE)
                .part("image elsewhere")
                .where("and(present(link), related(client, on: $id, equals: client_id, where: " + client.isPerson()
                        + ", reduce: any))")
                .set("content", "concat(\"[image \", number, \"] of a note is not in the export: \", html(link))")
                .set("person_id", client.personOf("client_id"));
        parts.add(link.build());
        parts.add(MappingPart.Exclusion.of(
                NOTE_IMAGE, "true", "Images of notes that belong to no person, or that cannot be read"));
    }
}
