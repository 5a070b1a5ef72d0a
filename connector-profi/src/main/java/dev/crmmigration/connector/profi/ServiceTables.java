package dev.crmmigration.connector.profi;

import static dev.crmmigration.toolkit.bundle.Columns.field;
import static dev.crmmigration.toolkit.bundle.Columns.money;
import static dev.crmmigration.toolkit.bundle.Columns.table;

import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.tabular.Column;
import dev.crmmigration.toolkit.tabular.TableSpec;

/** The files about packages, sessions and courses. */
final class ServiceTables {

    static final TableSpec PACKAGES = table(
            "packages",
            field(Kind.ID, "package_id"),
            field(Kind.TEXT, "name"),
            Column.choice("type", "session_bundle", "subscription", "course_bundle", "program"),
            field(Kind.TEXT, "tier"),
            money("price"),
            field(Kind.CURRENCY, "currency"),
            field(Kind.DECIMAL, "sessions_included"),
            frequency(),
            field(Kind.INTEGER, "validity_days"),
            field(Kind.LIST, "service_names"),
            Column.choice("status", "draft", "active", "archived"));

    static final TableSpec ENROLLMENTS = table(
            "enrollments",
            field(Kind.ID, "enrollment_id"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "package_id"),
            field(Kind.TEXT, "package_name"),
            field(Kind.TEXT, "tier"),
            Column.choice("status", "pending", "active", "paused", "completed", "expired", "cancelled")
                    .meaning("canceled", "cancelled"),
            money("fee"),
            field(Kind.CURRENCY, "currency"),
            field(Kind.MOMENT, "enrolled_at"),
            field(Kind.DATE, "starts_on"),
            field(Kind.DATE, "expires_on"),
            field(Kind.DECIMAL, "sessions_total"),
            field(Kind.DECIMAL, "sessions_used"),
            field(Kind.DECIMAL, "sessions_remaining"),
            frequency(),
            field(Kind.DATE, "renewal_on"),
            field(Kind.REFERENCE, "owner_coach_id"),
            field(Kind.EMAIL, "owner_email"));

    static final TableSpec SESSIONS = table(
            "sessions",
            field(Kind.ID, "session_id"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "enrollment_id"),
            field(Kind.REFERENCE, "package_id"),
            field(Kind.TEXT, "package_name"),
            field(Kind.TEXT, "service_name"),
            field(Kind.TEXT, "title"),
            type(),
            status(),
            field(Kind.MOMENT, "starts_at"),
            field(Kind.MOMENT, "ends_at"),
            field(Kind.INTEGER, "duration_minutes"),
            field(Kind.TEXT, "time_zone"),
            field(Kind.REFERENCE, "coach_id"),
            field(Kind.EMAIL, "coach_email"),
            field(Kind.TEXT, "location"),
            Column.choice("meeting_provider", "profi", "zoom", "google_meet", "teams", "phone", "in_person", "other"),
            field(Kind.URL, "meeting_link"),
            Column.choice("recurrence_pattern", "none", "weekly", "biweekly", "monthly"),
            field(Kind.REFERENCE, "recurrence_id"),
            field(Kind.INTEGER, "recurrence_index"),
            field(Kind.DATE, "recurrence_until"),
            money("fee"),
            field(Kind.CURRENCY, "currency"),
            field(Kind.MOMENT, "cancelled_at"),
            Column.choice("cancelled_by", "client", "coach", "system"),
            field(Kind.TEXT, "cancellation_reason"),
            field(Kind.REFERENCE, "rescheduled_from_session_id"),
            field(Kind.URL, "recording_url"));

    static final TableSpec PARTICIPANTS = table(
            "session_participants",
            field(Kind.REFERENCE, "session_id"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "enrollment_id"),
            Column.choice("attendance", "attended", "no_show", "cancelled", "unknown"));

    static final TableSpec COURSES = table(
            "courses",
            field(Kind.ID, "course_id"),
            field(Kind.TEXT, "title"),
            Column.choice("kind", "course", "content_room"),
            field(Kind.URL, "url"),
            field(Kind.TEXT, "status"),
            field(Kind.REFERENCE, "package_id"));

    static final TableSpec MODULES = table(
            "content_modules",
            field(Kind.ID, "module_id"),
            field(Kind.REFERENCE, "course_id"),
            field(Kind.TEXT, "title"),
            field(Kind.INTEGER, "position"),
            field(Kind.INTEGER, "drip_after_days"));

    static final TableSpec CONTENT_ENROLLMENTS = table(
            "content_enrollments",
            field(Kind.ID, "content_enrollment_id"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "course_id"),
            field(Kind.TEXT, "course_title"),
            field(Kind.REFERENCE, "enrollment_id"),
            Column.choice("access_status", "active", "completed", "revoked"),
            field(Kind.DECIMAL, "progress_percent"),
            field(Kind.URL, "url"),
            field(Kind.MOMENT, "enrolled_at"),
            field(Kind.MOMENT, "completed_at"),
            field(Kind.MOMENT, "revoked_at"));

    static final TableSpec PROGRESS = table(
            "content_progress",
            field(Kind.REFERENCE, "content_enrollment_id"),
            field(Kind.REFERENCE, "module_id"),
            Column.choice("status", "locked", "available", "started", "completed"),
            field(Kind.MOMENT, "completed_at"));

    private ServiceTables() {}

    private static Column frequency() {
        return Column.choice("billing_frequency", "one_time", "weekly", "biweekly", "monthly", "quarterly", "yearly");
    }

    private static Column type() {
        return Column.choice("type", "one_on_one", "group", "consultation")
                .meaning("1:1", "one_on_one")
                .meaning("individual", "one_on_one")
                .meaning("one to one", "one_on_one")
                .meaning("workshop", "group")
                .meaning("class", "group")
                .meaning("group session", "group")
                .meaning("discovery call", "consultation")
                .meaning("intro", "consultation");
    }

    private static Column status() {
        return Column.choice(
                        "status",
                        "requested",
                        "scheduled",
                        "confirmed",
                        "completed",
                        "cancelled",
                        "no_show",
                        "rescheduled")
                .meaning("booked", "scheduled")
                .meaning("upcoming", "scheduled")
                .meaning("done", "completed")
                .meaning("attended", "completed")
                .meaning("canceled", "cancelled")
                .meaning("late cancel", "cancelled")
                .meaning("missed", "no_show")
                .meaning("moved", "rescheduled");
    }
}
