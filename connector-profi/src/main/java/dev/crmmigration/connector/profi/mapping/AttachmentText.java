package dev.crmmigration.connector.profi.mapping;

import static dev.crmmigration.connector.profi.mapping.Export.ATTACHMENT;
import static dev.crmmigration.connector.profi.mapping.Export.ORGANIZATION;
import static dev.crmmigration.connector.profi.mapping.Export.SESSION;

import dev.crmmigration.toolkit.mapping.Expressions;

/** Expressions over an attachment: what it hangs on, and what to say of a file that is not there. */
public final class AttachmentText {

    private final Export export;
    private final ClientText clients;

    public AttachmentText(Export export, ClientText clients) {
        this.export = export;
        this.clients = clients;
    }

    public String isOfPerson() {
        return isOf("client", clients.isPersonId("parent_id"));
    }

    public String isOfBusiness() {
        return isOf("client", clients.isBusinessId("parent_id"));
    }

    public String isOfSession() {
        return isOf(SESSION, "related(session, on: $id, equals: parent_id, reduce: any)");
    }

    /** Returns whether the attachment hangs on a note or an invoice of a client who is a person. */
    public String isOfPaper(String object) {
        return isOf(object, clients.isPersonId(clientOf(object)));
    }

    public String isOfOrganization() {
        return isOf(ORGANIZATION, "related(organization, on: $id, equals: parent_id, reduce: any)");
    }

    public static String isOfCourse() {
        return "eq(parent_type, \"course\")";
    }

    /** Returns the id of the client of the session, note or invoice that the attachment hangs on. */
    public String clientOf(String object) {
        return "related(" + object + ", on: $id, equals: parent_id, each: client_id)";
    }

    /** Returns what to say of a file that is not in the export. */
    public String lost() {
        return "join(\"<br>\", concat(\"<b>File that was not in the export: \", html(coalesce("
                + export.columns(ATTACHMENT, "file_name", "path")
                + ", \"without a name\")), \"</b>\"), html("
                + export.column(ATTACHMENT, "category") + "), html(" + export.column(ATTACHMENT, "url")
                + "))";
    }

    private static String isOf(String type, String there) {
        return "and(eq(parent_type, " + Expressions.text(type) + "), " + there + ")";
    }
}
