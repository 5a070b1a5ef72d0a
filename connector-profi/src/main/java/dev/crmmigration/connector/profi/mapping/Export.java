package dev.crmmigration.connector.profi.mapping;

import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.toolkit.mapping.SourceView;

/** What was exported from Profi and what the customer decided: files and columns differ from export to export. */
public final class Export extends SourceView {

    public static final String COACH = "coach";
    public static final String ORGANIZATION = "organization";
    public static final String CLIENT = "client";
    public static final String PACKAGE = "package";
    public static final String ENROLLMENT = "enrollment";
    public static final String SESSION = "session";
    public static final String PARTICIPANT = "session_participant";
    public static final String COURSE = "course";
    public static final String MODULE = "content_module";
    public static final String CONTENT = "content_enrollment";
    public static final String PROGRESS = "content_progress";
    public static final String NOTE = "note";
    public static final String NOTE_IMAGE = "note_image";
    public static final String ACTIVITY = "activity";
    public static final String INVOICE = "invoice";
    public static final String LINE = "invoice_line";
    public static final String PAYMENT = "payment";
    public static final String ATTACHMENT = "attachment";
    public static final String CUSTOM_VALUE = "custom_field_value";

    public Export(MappingContext context) {
        super(context);
    }
}
