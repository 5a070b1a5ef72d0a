package dev.crmmigration.connector.thepractice.mapping;

import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.toolkit.mapping.SourceView;

/** What was exported from The Practice and what the customer decided: files and columns differ from export to export. */
public final class Export extends SourceView {

    public static final String COACH = "coach";
    public static final String COMPANY = "company";
    public static final String CLIENT = "client";
    public static final String CLIENT_COMPANY = "client_company";
    public static final String TAG = "tag";
    public static final String GROUP = "group";
    public static final String GROUP_MEMBER = "group_member";
    public static final String PACKAGE = "package";
    public static final String CLIENT_PACKAGE = "client_package";
    public static final String STATUS_CHANGE = "package_status_change";
    public static final String SESSION = "session";
    public static final String ATTENDEE = "session_attendee";
    public static final String RESPONSE = "form_response";
    public static final String ANSWER = "form_answer";
    public static final String NOTE = "note";
    public static final String NOTE_IMAGE = "note_image";
    public static final String INVOICE = "invoice";
    public static final String ITEM = "invoice_item";
    public static final String CONTRACT = "contract";
    public static final String ATTACHMENT = "attachment";
    public static final String PROPERTY_VALUE = "property_value";
    public static final String PRODUCT = "product";
    public static final String COUPON = "coupon";

    public Export(MappingContext context) {
        super(context);
    }
}
