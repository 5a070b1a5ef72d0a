package dev.crmmigration.connector.thepractice.mapping;

import static dev.crmmigration.connector.thepractice.mapping.Export.ATTACHMENT;

import dev.crmmigration.toolkit.mapping.Expressions;

/** Expressions over an attachment: what it hangs on, and what to say of a file that is not there. */
public final class AttachmentText {

    private AttachmentText() {}

    /** Returns whether the attachment hangs on a record of a type, and is no contract. */
    public static String parentIs(String type) {
        return "and(not(present(contract_id)), eq(parent_type, " + Expressions.text(type) + "))";
    }

    /** Returns what to say of a file that is not in the export. */
    public static String missing(Export export) {
        return "join(\"<br>\", concat(\"<b>File that was not in the export: \", html(coalesce("
                + export.columns(ATTACHMENT, "file_name", "path") + ", \"without a name\")), \"</b>\"), html("
                + export.column(ATTACHMENT, "category") + "), html(" + export.column(ATTACHMENT, "url") + "))";
    }
}
