package dev.crmmigration.connector.nextcrm.app;

import static dev.crmmigration.connector.nextcrm.app.ColumnKind.LINE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.MOMENT;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.PROSE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.WORD;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.WORDS;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.YES_NO;

import java.util.List;

/** Users, companies, and people of every kind. */
final class PeopleTables {

    static final List<AppTable> ALL =
            List.of(users(), accounts(), watchers(), contacts(), leads(), targetLists(), targets(), members(), found());

    private PeopleTables() {}

    /** Never the password. */
    private static AppTable users() {
        return AppTable.of("user", "Users")
                .columns(LINE, "email", "name", "account_name", "username")
                .columns(WORD, "userStatus", "userLanguage")
                .columns(LINE, "role")
                .columns(YES_NO, "banned")
                .columns(MOMENT, "created_on", "lastLoginAt")
                .changed("updated_at", "created_on")
                .wholeOnly()
                .build();
    }

    private static AppTable accounts() {
        return AppTable.of("account", "crm_Accounts")
                .columns(LINE, "name", "company_id", "vat", "website", "email", "office_phone", "fax")
                .columns(LINE, "annual_revenue", "employees", "member_of", "status", "type")
                .columns(PROSE, "description")
                .columns(PROSE, "billing_street")
                .columns(LINE, "billing_city", "billing_state", "billing_postal_code", "billing_country")
                .columns(PROSE, "shipping_street")
                .columns(LINE, "shipping_city", "shipping_state", "shipping_postal_code", "shipping_country")
                .column(Column.named("industry", "industry", SmallTable.INDUSTRIES))
                .columns(YES_NO, "case_study_approved", "case_study_candidate")
                .columns(MOMENT, "createdAt", "updatedAt")
                .column(Column.owner("owner_email", "assigned_to"))
                .column(Column.owner("creator_email", "createdBy"))
                .deletedAt()
                .deletedIf("status", "t.\"status\" = 'DELETED'")
                .changed("updatedAt", "createdAt")
                .build();
    }

    private static AppTable watchers() {
        return AppTable.of("accountWatcher", "AccountWatchers")
                .key("account_id", "user_id")
                .column(Column.reference("account", "account_id", "account"))
                .column(Column.owner("user_email", "user_id"))
                .build();
    }

    /** The column account is left over from earlier releases; it counts where accountsIDs says nothing. */
    private static AppTable contacts() {
        return AppTable.of("contact", "crm_Contacts")
                .columns(LINE, "first_name", "last_name", "email", "personal_email", "office_phone", "mobile_phone")
                .columns(LINE, "website", "position", "birthday")
                .columns(LINE, "social_twitter", "social_facebook", "social_linkedin", "social_skype")
                .columns(LINE, "social_instagram", "social_youtube", "social_tiktok")
                .columns(PROSE, "description")
                .columns(YES_NO, "status")
                .columns(WORDS, "tags", "notes")
                .column(Column.reference("account", "accountsIDs", "account"))
                .column(Column.reference("legacy_account", "account", "account"))
                .column(Column.named("contact_type", "contact_type_id", SmallTable.CONTACT_TYPES))
                .column(Column.of("created", MOMENT, "cratedAt"))
                .columns(MOMENT, "created_on", "updatedAt", "last_activity")
                .column(Column.owner("owner_email", "assigned_to"))
                .column(Column.owner("creator_email", "createdBy"))
                .deletedAt()
                .changed("updatedAt", "cratedAt", "created_on")
                .build();
    }

    private static AppTable leads() {
        return AppTable.of("lead", "crm_Leads")
                .columns(
                        LINE,
                        "firstName",
                        "lastName",
                        "company",
                        "jobTitle",
                        "email",
                        "phone",
                        "refered_by",
                        "campaign")
                .columns(PROSE, "description")
                .column(Column.reference("account", "accountsIDs", "account"))
                .column(Column.named("lead_source", "lead_source_id", SmallTable.LEAD_SOURCES))
                .column(Column.named("lead_status", "lead_status_id", SmallTable.LEAD_STATUSES))
                .column(Column.named("lead_type", "lead_type_id", SmallTable.LEAD_TYPES))
                .columns(MOMENT, "createdAt", "updatedAt")
                .column(Column.owner("owner_email", "assigned_to"))
                .deletedAt()
                .changed("updatedAt", "createdAt")
                .build();
    }

    private static AppTable targetLists() {
        return AppTable.of("targetList", "crm_TargetLists")
                .columns(LINE, "name")
                .columns(PROSE, "description")
                .columns(MOMENT, "created_on", "updatedAt")
                .column(Column.owner("creator_email", "created_by"))
                .deletedAt()
                .deletedIf("status", "t.\"status\" = false")
                .changed("updatedAt", "created_on")
                .build();
    }

    private static AppTable targets() {
        return AppTable.of("target", "crm_Targets")
                .columns(LINE, "first_name", "last_name", "email", "personal_email", "company_email", "mobile_phone")
                .columns(LINE, "office_phone", "company_phone", "company", "company_website", "personal_website")
                .columns(LINE, "position", "social_x", "social_linkedin", "social_instagram", "social_facebook")
                .columns(LINE, "city", "country", "industry", "employees")
                .columns(PROSE, "description")
                .columns(YES_NO, "status", "do_not_email")
                .columns(WORDS, "tags", "notes")
                .columns(MOMENT, "created_on", "updatedAt", "do_not_email_at", "converted_at")
                .column(Column.reference("converted_account", "converted_account_id", "account"))
                .column(Column.reference("converted_contact", "converted_contact_id", "contact"))
                .column(Column.owner("owner_email", "created_by"))
                .deletedAt()
                .changed("updatedAt", "created_on")
                .build();
    }

    private static AppTable members() {
        return AppTable.of("targetListMember", "TargetsToTargetLists")
                .key("target_id", "target_list_id")
                .column(Column.reference("target", "target_id", "target"))
                .column(Column.reference("list", "target_list_id", "targetList"))
                .build();
    }

    private static AppTable found() {
        return AppTable.of("targetContact", "crm_Target_Contact")
                .column(Column.reference("target", "targetId", "target"))
                .column(Column.reference("contact", "contactId", "contact"))
                .columns(LINE, "name", "email", "title", "phone", "linkedinUrl", "source")
                .columns(MOMENT, "createdAt", "updatedAt")
                .changed("updatedAt", "createdAt")
                .build();
    }
}
