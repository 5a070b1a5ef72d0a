package dev.crmmigration.connector.profi.mapping;

import static dev.crmmigration.connector.profi.mapping.Export.NOTE;

/** Expressions over a note. */
public final class NoteText {

    private NoteText() {}

    /** Returns the line that tells title, kind, author, visibility and time, which notes elsewhere have no fields for. */
    public static String head(Export export) {
        String created = export.has(NOTE, "created_at") ? "iso(created_at)" : "null";
        return "concat(\"<b>\", join(\", \", html(coalesce(" + export.column(NOTE, "title")
                + ", \"Note\")), replace("
                + export.column(NOTE, "kind") + ", \"_\", \" \"), html(coalesce("
                + export.columns(NOTE, "author_email", "author_type") + ")), "
                + export.column(NOTE, "visibility") + ", " + created + "), \"</b>\")";
    }

    /** Returns the note with its head line. */
    public static String all(Export export) {
        return "concat(" + head(export) + ", \"<br>\", coalesce(content, \"\"))";
    }
}
