package dev.crmmigration.connector.thepractice;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.toolkit.bundle.BundleFormat;
import dev.crmmigration.toolkit.bundle.BundleObject;
import dev.crmmigration.toolkit.bundle.CustomValues;
import dev.crmmigration.toolkit.tabular.TableSpec;
import java.util.List;

/** The objects of a bundle of The Practice. */
final class PracticeObject {

    static final String PLATFORM = "thepractice";
    static final String LABEL = "The Practice";

    static final BundleObject COACH =
            of("coach", PeopleTables.COACHES, "coach_id").toldBy("email", "last_name");
    static final BundleObject COMPANY =
            of("company", PeopleTables.COMPANIES, "company_id").toldBy("name", "domain");
    static final BundleObject CLIENT_COMPANY = of(
                    "client_company", PeopleTables.CLIENT_COMPANIES, "client_id", "company_id")
            .with("relates_from", FieldType.TEXT)
            .with("relates_to", FieldType.TEXT);
    static final BundleObject GROUP =
            of("group", PeopleTables.GROUPS, "group_id").toldBy("name").with("effective_tags", FieldType.CHOICES);
    static final BundleObject GROUP_MEMBER = of("group_member", PeopleTables.GROUP_MEMBERS, "group_id", "client_id")
            .toldBy("group_id", "client_email")
            .withFilled("client_id");
    static final BundleObject TAG = of("tag", PeopleTables.TAGS, "tag_id").toldBy("name");
    static final BundleObject CLIENT = of("client", PeopleTables.CLIENTS, "client_id")
            .toldBy("email", "first_name", "last_name", "phone")
            .toldByEmail()
            .with("owner", FieldType.TEXT)
            .with("same_as", FieldType.TEXT)
            .with("duplicate_rank", FieldType.INTEGER)
            .with("company_names", FieldType.CHOICES)
            .with("group_names", FieldType.CHOICES)
            .with("effective_tags", FieldType.CHOICES)
            .with("tag_origins", FieldType.TEXT)
            .withFilled("company_id", "referral_source");
    static final BundleObject PACKAGE =
            of("package", ServiceTables.PACKAGES, "package_id").toldBy("title", "slug");
    static final BundleObject CLIENT_PACKAGE =
            PackageCompletion.fields(of("client_package", ServiceTables.CLIENT_PACKAGES, "client_package_id")
                    .toldBy("client_id", "client_email", "package_id", "package_title", "assigned_at")
                    .with("owner", FieldType.TEXT)
                    .withFilled("client_id", "package_id", "package_title", "status", "price"));
    static final BundleObject STATUS_CHANGE = of(
                    "package_status_change", ServiceTables.STATUS_CHANGES, "client_package_id", "changed_at")
            .toldBy("client_package_id", "changed_at", "to_status");
    static final BundleObject SESSION = of("session", ServiceTables.SESSIONS, "session_id")
            .toldBy("client_id", "client_email", "starts_at", "type", "coach_id", "coach_email")
            .with("owner", FieldType.TEXT)
            .with("package_link", FieldType.TEXT)
            .with("stated_client_package_id", FieldType.TEXT)
            .with("minutes", FieldType.INTEGER)
            .with("minutes_from", FieldType.TEXT)
            .with("meeting_link_from", FieldType.TEXT)
            .with("content", FieldType.LONG_TEXT)
            .withFilled("client_id", "client_package_id", "meeting_link");
    static final BundleObject ATTENDEE = of("session_attendee", ServiceTables.ATTENDEES, "session_id", "client_id")
            .toldBy("session_id", "client_email")
            .with("package_link", FieldType.TEXT)
            .withFilled("client_id", "client_package_id");
    static final BundleObject RESPONSE = of("form_response", PaperTables.RESPONSES, "response_id")
            .toldBy("form_id", "client_id", "client_email", "sent_at", "submitted_at")
            .with("owner", FieldType.TEXT)
            .with("form_kind", FieldType.TEXT)
            .with("answered_at", FieldType.INSTANT)
            .with("unanswered", FieldType.CHOICES)
            .withFilled("client_id", "form_title");
    static final BundleObject ANSWER = CustomValues.typed(
                    of("form_answer", PaperTables.ANSWERS, "response_id", "question_id"))
            .with("client_id", FieldType.TEXT)
            .with("answered_at", FieldType.INSTANT)
            .with("position", FieldType.INTEGER)
            .with("question_type", FieldType.TEXT)
            .with("property_key", FieldType.TEXT)
            .withFilled("question_label");
    static final BundleObject NOTE = of("note", PaperTables.NOTES, "note_id")
            .toldBy("client_id", "client_email", "created_at", "body")
            .with("owner", FieldType.TEXT)
            .with("content", FieldType.LONG_TEXT)
            .withFilled("client_id", "author_email");
    static final BundleObject INVOICE = of("invoice", PaperTables.INVOICES, "invoice_id")
            .toldBy("invoice_number", "client_id", "client_email", "issued_on", "total")
            .with("owner", FieldType.TEXT)
            .with("settled_at", FieldType.INSTANT)
            .withFilled("client_id");
    static final BundleObject ITEM = of("invoice_item", PaperTables.ITEMS, "invoice_id", "line_no")
            .toldBy("invoice_id", "description", "amount");
    static final BundleObject CONTRACT = Contracts.fields(of("contract", PaperTables.CONTRACTS, "contract_id")
            .toldBy("client_id", "client_email", "title", "sent_at")
            .with("owner", FieldType.TEXT)
            .withFilled("client_id"));
    static final BundleObject ATTACHMENT = of("attachment", PaperTables.ATTACHMENTS, "attachment_id")
            .toldBy("parent_type", "parent_id", "file_name", "path")
            .with("file", FieldType.ATTACHMENT)
            .with("contract_id", FieldType.TEXT);
    static final BundleObject PROPERTY_VALUE = CustomValues.typed(
            of("property_value", PaperTables.PROPERTY_VALUES, "entity_type", "entity_id", "property_key")
                    .toldBy("entity_type", "entity_id", "property_key"));
    static final BundleObject PRODUCT =
            of("product", ServiceTables.PRODUCTS, "product_id").toldBy("title");
    static final BundleObject COUPON =
            of("coupon", ServiceTables.COUPONS, "coupon_id").toldBy("code");

    /** In the order in which they are looked at: what others name comes before them. */
    static final List<BundleObject> ALL = List.of(
            COACH,
            COMPANY,
            CLIENT,
            CLIENT_COMPANY,
            TAG,
            GROUP,
            GROUP_MEMBER,
            PACKAGE,
            STATUS_CHANGE,
            CLIENT_PACKAGE,
            SESSION,
            ATTENDEE,
            RESPONSE,
            ANSWER,
            NOTE,
            INVOICE,
            ITEM,
            CONTRACT,
            ATTACHMENT,
            PROPERTY_VALUE,
            PRODUCT,
            COUPON);

    static final BundleFormat FORMAT = new BundleFormat(PLATFORM, LABEL, ALL, PaperTables.PROPERTIES, "property_key");

    private PracticeObject() {}

    private static BundleObject of(String type, TableSpec table, String... key) {
        return BundleObject.of(type, table, "prop_", key);
    }
}
