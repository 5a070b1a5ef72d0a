package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.ATTACHMENT;
import static dev.crmmigration.connector.profi.mapping.Export.NOTE_IMAGE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.FILE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.profi.mapping.AttachmentText;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Attaches files to the activity of their session, the deal of their invoice, or the person or organization they belong to. */
public final class AttachmentToFile extends ProfiRow {

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
            ofPapers(parts, export, Export.NOTE);
            ofPapers(parts, export, Export.INVOICE);
            ofOrganizations(parts, export);
            parts.add(MappingPart.Exclusion.of(
                    ATTACHMENT, AttachmentText.isOfCourse(), "Files of courses: Pipedrive has no courses"));
            parts.add(MappingPart.Exclusion.of(
                    ATTACHMENT, "true", "Files of something that the export does not have, or that does not move"));
        }
        if (export.has(NOTE_IMAGE)) {
            images(parts, export);
        }
        return parts;
    }

    private static void ofClients(List<MappingPart> parts, Export export) {
        AttachmentText file = text(export);
        add(
                parts,
                export,
                "client",
                file.isOfPerson(),
                "person_id",
                clients(export).personOf("parent_id"));
        add(
                parts,
                export,
                "business",
                file.isOfBusiness(),
                "org_id",
                clients(export).business("parent_id"));
    }

    private static void ofSessions(List<MappingPart> parts, Export export) {
        if (export.has(Export.SESSION)) {
            String where = text(export).isOfSession();
            add(parts, export, "session", where, "activity_id", "link(SessionToActivity, parent_id)");
        }
    }

    private static void ofPapers(List<MappingPart> parts, Export export, String paper) {
        if (export.has(paper)) {
            AttachmentText file = text(export);
            String person = clients(export).personOf(file.clientOf(paper));
            add(parts, export, paper, file.isOfPaper(paper), "person_id", person);
        }
    }

    private static void ofOrganizations(List<MappingPart> parts, Export export) {
        if (export.has(Export.ORGANIZATION)) {
            String organization = "link(ClientOrganizationToOrganization, parent_id)";
            add(parts, export, "organization", text(export).isOfOrganization(), "org_id", organization);
        }
    }

    private static AttachmentText text(Export export) {
        return new AttachmentText(export, clients(export));
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
        return clients(export).personOf(text(export).clientOf(Export.SESSION));
    }

    private static void lost(
            List<MappingPart> parts, Export export, String part, String where, String target, String parent) {
        RecordsBuilder note = MappingPart.Records.from(ATTACHMENT)
                .to(NOTE)
                .part(part + " without file")
                .where("and(not(present(file)), present(" + parent + "), " + where + ")")
                .set("content", text(export).lost())
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
                .where("and(present(file), " + client.isPersonId("client_id") + ")")
                .set(FieldMapping.CONTENT, "file")
                .set("person_id", client.personOf("client_id"))
                .build());
        RecordsBuilder link = MappingPart.Records.from(NOTE_IMAGE)
                .to(NOTE)
                .part("image elsewhere")
                .where("and(present(link), " + client.isPersonId("client_id") + ")")
                .set("content", "concat(\"[image \", number, \"] of a note is not in the export: \", html(link))")
                .set("person_id", client.personOf("client_id"));
        parts.add(link.build());
        parts.add(MappingPart.Exclusion.of(
                NOTE_IMAGE, "true", "Images of notes that belong to no person, or that cannot be read"));
    }
}
