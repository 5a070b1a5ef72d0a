package dev.crmmigration.connector.thepractice;

import static dev.crmmigration.toolkit.bundle.Columns.field;
import static dev.crmmigration.toolkit.bundle.Columns.money;
import static dev.crmmigration.toolkit.bundle.Columns.table;

import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.tabular.Column;
import dev.crmmigration.toolkit.tabular.TableSpec;

/** The files about packages, what became of them, sessions, products and coupons. */
final class ServiceTables {

    static final TableSpec PACKAGES = table(
            "packages",
            field(Kind.ID, "package_id"),
            field(Kind.TEXT, "title"),
            field(Kind.TEXT, "slug"),
            Column.choice("type", "fixed", "subscription", "flexible", "usage_based"),
            tracks(),
            field(Kind.DECIMAL, "quantity"),
            Column.choice("billing_interval", "none", "weekly", "monthly"),
            money("price"),
            field(Kind.CURRENCY, "currency"),
            Column.choice("payment_option", "none", "one_time", "split"),
            field(Kind.INTEGER, "installments"),
            field(Kind.BOOLEAN, "rollover"),
            Column.choice("status", "active", "archived"));

    static final TableSpec CLIENT_PACKAGES = table(
            "client_packages",
            field(Kind.ID, "client_package_id"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "package_id"),
            field(Kind.TEXT, "package_title"),
            packageStatus("status"),
            field(Kind.MOMENT, "assigned_at"),
            field(Kind.DATE, "starts_on"),
            field(Kind.DATE, "ends_on"),
            field(Kind.DECIMAL, "quantity_total"),
            field(Kind.DECIMAL, "quantity_used"),
            field(Kind.DECIMAL, "quantity_remaining"),
            tracks(),
            money("price"),
            field(Kind.CURRENCY, "currency"),
            money("remaining_value"),
            field(Kind.DATE, "renews_on"),
            field(Kind.REFERENCE, "assigned_coach_id"),
            field(Kind.EMAIL, "assigned_coach_email"));

    static final TableSpec STATUS_CHANGES = table(
            "package_status_changes",
            field(Kind.REFERENCE, "client_package_id"),
            field(Kind.MOMENT, "changed_at"),
            packageStatus("from_status"),
            packageStatus("to_status"),
            field(Kind.EMAIL, "changed_by_email"));

    static final TableSpec SESSIONS = table(
            "sessions",
            field(Kind.ID, "session_id"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "client_package_id"),
            field(Kind.TEXT, "package_title"),
            type(),
            field(Kind.TEXT, "title"),
            status(),
            field(Kind.MOMENT, "starts_at"),
            field(Kind.MOMENT, "ends_at"),
            field(Kind.INTEGER, "duration_minutes"),
            field(Kind.TEXT, "time_zone"),
            field(Kind.REFERENCE, "coach_id"),
            field(Kind.EMAIL, "coach_email"),
            field(Kind.TEXT, "location"),
            field(Kind.URL, "meeting_link"),
            field(Kind.TEXT, "scheduler_name"),
            Column.choice("notes_format", "html", "markdown", "text"),
            field(Kind.LONG_TEXT, "notes"),
            field(Kind.DECIMAL, "quantity_counted"),
            field(Kind.URL, "recording_url"));

    static final TableSpec ATTENDEES = table(
            "session_attendees",
            field(Kind.REFERENCE, "session_id"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            Column.choice("attendance", "attended", "no_show", "cancelled", "unknown"),
            field(Kind.REFERENCE, "client_package_id"));

    static final TableSpec PRODUCTS = table(
            "products",
            Column.of(Kind.ID, "product_id", "id"),
            field(Kind.TEXT, "title"),
            money("price"),
            field(Kind.CURRENCY, "currency"),
            field(Kind.TEXT, "status"));

    static final TableSpec COUPONS = table(
            "coupons",
            Column.of(Kind.ID, "coupon_id", "id"),
            field(Kind.CODE, "code"),
            field(Kind.TEXT, "kind"),
            field(Kind.DECIMAL, "value"));

    private ServiceTables() {}

    private static Column tracks() {
        return Column.choice("tracks", "sessions", "hours").meaning("time", "hours");
    }

    private static Column packageStatus(String key) {
        return Column.choice(key, "active", "completed", "paused", "cancelled", "expired")
                .meaning("canceled", "cancelled")
                .meaning("on hold", "paused")
                .meaning("done", "completed");
    }

    private static Column type() {
        return Column.choice("type", "coaching", "discovery", "group", "event", "admin_task", "other")
                .meaning("1:1", "coaching")
                .meaning("individual", "coaching")
                .meaning("discovery call", "discovery")
                .meaning("intro", "discovery")
                .meaning("group appointment", "group")
                .meaning("administrative", "admin_task")
                .meaning("task", "admin_task");
    }

    private static Column status() {
        return Column.choice("status", "scheduled", "completed", "cancelled", "no_show", "rescheduled")
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
