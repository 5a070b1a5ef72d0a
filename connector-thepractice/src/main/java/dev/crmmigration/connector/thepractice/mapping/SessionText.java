package dev.crmmigration.connector.thepractice.mapping;

import static dev.crmmigration.connector.thepractice.mapping.Export.PROPERTY_VALUE;
import static dev.crmmigration.connector.thepractice.mapping.Export.SESSION;

import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expressions over a session: what it is about, what became of it, and the text that keeps what has no field. */
public final class SessionText {

    private static final String STATUS_MAP = "sessionStatus";
    private static final String KIND_MAP = "sessionKind";
    private static final List<String> STATUSES =
            List.of("scheduled", "completed", "cancelled", "no_show", "rescheduled");
    private static final String STATUS = "map(\"" + STATUS_MAP + "\", coalesce(status, \"not given\"))";

    private final Export export;

    public SessionText(Export export) {
        this.export = export;
    }

    public static ValueMap statuses() {
        Map<String, String> entries = new LinkedHashMap<>();
        STATUSES.forEach(status -> entries.put(status.replace('_', ' '), status));
        return new ValueMap(STATUS_MAP, STATUSES, entries);
    }

    public static ValueMap kinds() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("coaching", "Coaching");
        entries.put("discovery", "Discovery");
        entries.put("group", "Group");
        entries.put("event", "Event");
        entries.put("admin task", "Task");
        entries.put("other", "Session");
        entries.put("not given", "Session");
        return new ValueMap(KIND_MAP, List.of(), entries);
    }

    public static String is(String status) {
        return "eq(" + STATUS + ", " + Expressions.text(status) + ")";
    }

    /** Returns the kind of the session with what it is about. */
    public String subject() {
        String kind = "map(\"" + KIND_MAP + "\", coalesce(" + export.column(SESSION, "type") + ", \"not given\"))";
        return "concat(" + kind + ", \": \", coalesce("
                + export.columns(SESSION, "title", "scheduler_name", "package_title") + ", \"Session\"))";
    }

    public String location() {
        return "coalesce(meeting_link, " + export.column(SESSION, "location") + ")";
    }

    /** Returns the ids of the clients who take part. */
    public String clients() {
        String id = export.column(SESSION, "client_id");
        return export.has(Export.ATTENDEE)
                ? "union(" + id
                        + ", related(session_attendee, on: session_id, equals: $id, each: client_id, reduce: list))"
                : "list(" + id + ")";
    }

    /** Returns the id of the first client who takes part and whom the export has. */
    public String firstClient() {
        String own = export.column(SESSION, "client_id");
        return export.has(Export.CLIENT)
                ? "coalesce(related(client, on: $id, equals: " + own + "), related(client, on: $id, equals: "
                        + clients() + "))"
                : own;
    }

    /** Returns what has no field of its own, one line each, for programs to read; then what was written about the session. */
    public String all() {
        List<String> lines = new ArrayList<>();
        lines.add("concat(\"Session_Status__c: \", " + STATUS + ")");
        line(lines, "Session_Type__c", "type");
        lines.add(
                "case(empty(meeting_link) => null, else => concat(\"Meeting_Link__c: \", html(meeting_link),"
                        + " case(eq(meeting_link_from, \"given\") => \"\", else => concat(\" (\", meeting_link_from, \")\"))))");
        lines.add("case(eq(minutes_from, \"assumed\") => \"Session_Duration__c: assumed\", else => null)");
        lines.add("concat(\"Package_Link__c: \", package_link)");
        line(lines, "Session_Package__c", "package_title");
        lines.add(Expressions.line("Stated_Package__c", "stated_client_package_id"));
        line(lines, "Session_Time_Zone__c", "time_zone");
        line(lines, "Quantity_Counted__c", "quantity_counted");
        line(lines, "Recording_URL__c", "recording_url");
        if (export.has(Export.ATTENDEE)) {
            lines.add("related(session_attendee, on: session_id, equals: $id, each: concat(\"Attendance__c: \","
                    + " html(coalesce(" + export.columns(Export.ATTENDEE, "client_email", "client_id") + ")), \", \", "
                    + export.column(Export.ATTENDEE, "attendance") + "), reduce: list, order: client_id)");
        }
        if (export.has(PROPERTY_VALUE)) {
            lines.add("related(property_value, on: entity_id, equals: $id, where: eq(entity_type, \"session\"), each:"
                    + " concat(property_key, \": \", html(value)), reduce: list, order: property_key)");
        }
        lines.add("concat(\"Practice_Session__c: \", html($id))");
        return "join(\"<br>\", " + String.join(", ", lines) + ", content)";
    }

    private void line(List<String> lines, String name, String column) {
        if (export.has(SESSION, column)) {
            lines.add(Expressions.line(name, column));
        }
    }
}
