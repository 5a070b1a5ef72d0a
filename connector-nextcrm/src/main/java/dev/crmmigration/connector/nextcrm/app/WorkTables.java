package dev.crmmigration.connector.nextcrm.app;

import static dev.crmmigration.connector.nextcrm.app.ColumnKind.ADDRESSES;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.LABELS;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.LINE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.MOMENT;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.PROSE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.WHOLE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.WORD;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.YES_NO;

import java.util.List;

/** What was done and is to be done: activities, tasks, projects, mail, the log of changes. */
final class WorkTables {

    static final List<AppTable> ALL = List.of(
            activities(),
            activityLinks(),
            events(),
            accountTasks(),
            boards(),
            sections(),
            tasks(),
            comments(),
            emails(),
            emailLink("EmailsToContacts", "contactId", "contact"),
            emailLink("EmailsToAccounts", "accountId", "account"),
            log());

    private WorkTables() {}

    private static AppTable activities() {
        return AppTable.of("activity", "crm_Activities")
                .columns(WORD, "type", "status")
                .columns(LINE, "title", "outcome")
                .columns(PROSE, "description")
                .columns(MOMENT, "date", "createdAt", "updatedAt")
                .columns(WHOLE, "duration")
                .columns(PROSE, "metadata")
                .column(Column.owner("owner_email", "createdBy"))
                .deletedAt()
                .changed("updatedAt", "createdAt")
                .build();
    }

    /** Saving an activity deletes its links and makes them again, so their own ids say nothing. */
    private static AppTable activityLinks() {
        return AppTable.of("activityLink", "crm_ActivityLinks")
                .id("activityId", "entityType", "entityId")
                .column(Column.reference("activity", "activityId", "activity"))
                .column(Column.of("kind", LINE, "entityType"))
                .column(Column.of("target", LINE, "entityId"))
                .build();
    }

    private static AppTable events() {
        return AppTable.of("calendarEvent", "crm_CalendarEvents")
                .column(Column.reference("activity", "activityId", "activity"))
                .columns(LINE, "source", "status")
                .columns(MOMENT, "startAt", "endAt")
                .columns(ADDRESSES, "attendeeEmails")
                .changed("updatedAt", "createdAt")
                .build();
    }

    private static AppTable accountTasks() {
        return AppTable.of("accountTask", "crm_Accounts_Tasks")
                .columns(LINE, "title", "priority")
                .columns(PROSE, "content")
                .columns(WORD, "taskStatus")
                .columns(MOMENT, "dueDateAt", "createdAt", "updatedAt")
                .columns(LABELS, "tags")
                .column(Column.reference("account", "account", "account"))
                .column(Column.reference("opportunity", "opportunity_id", "opportunity"))
                .column(Column.owner("owner_email", "user"))
                .changed("updatedAt", "createdAt")
                .build();
    }

    private static AppTable boards() {
        return AppTable.of("board", "Boards")
                .columns(LINE, "title", "visibility")
                .columns(PROSE, "description")
                .columns(MOMENT, "createdAt", "updatedAt")
                .column(Column.owner("owner_email", "user"))
                .deletedAt()
                .changed("updatedAt", "createdAt")
                .build();
    }

    private static AppTable sections() {
        return AppTable.of("section", "Sections")
                .column(Column.reference("board", "board", "board"))
                .columns(LINE, "title")
                .columns(WHOLE, "position")
                .build();
    }

    private static AppTable tasks() {
        return AppTable.of("task", "Tasks")
                .columns(LINE, "title", "priority")
                .columns(PROSE, "content")
                .columns(WORD, "taskStatus")
                .columns(MOMENT, "dueDateAt", "createdAt", "updatedAt")
                .columns(LABELS, "tags")
                .column(Column.reference("section", "section", "section"))
                .column(Column.owner("owner_email", "user"))
                .changed("updatedAt", "createdAt")
                .build();
    }

    private static AppTable comments() {
        return AppTable.of("taskComment", "tasksComments")
                .columns(PROSE, "comment")
                .columns(MOMENT, "createdAt")
                .column(Column.reference("task", "task", "task"))
                .column(Column.reference("accountTask", "assigned_crm_account_task", "accountTask"))
                .column(Column.owner("author_email", "user"))
                .changed("createdAt")
                .wholeOnly()
                .build();
    }

    private static AppTable emails() {
        return AppTable.of("email", "Email")
                .columns(LINE, "rfcMessageId", "subject", "fromName", "fromEmail")
                .columns(WORD, "folder")
                .columns(ADDRESSES, "toRecipients", "ccRecipients", "bccRecipients")
                .columns(PROSE, "bodyText")
                .columns(MOMENT, "sentAt", "createdAt", "updatedAt")
                .columns(YES_NO, "isRead")
                .column(Column.owner("owner_email", "userId"))
                .deletedIf("isDeleted", "t.\"isDeleted\"")
                .changed("updatedAt", "createdAt")
                .build();
    }

    private static AppTable emailLink(String table, String column, String kind) {
        return AppTable.of("emailLink", table)
                .key("emailId", column)
                .constant("kind", kind)
                .column(Column.reference("email", "emailId", "email"))
                .column(Column.of("target", LINE, column))
                .build();
    }

    private static AppTable log() {
        return AppTable.of("auditEntry", "crm_AuditLog")
                .columns(LINE, "entityType", "entityId")
                .columns(WORD, "action")
                .columns(PROSE, "changes")
                .columns(MOMENT, "createdAt")
                .column(Column.owner("author_email", "userId"))
                .changed("createdAt")
                .build();
    }
}
