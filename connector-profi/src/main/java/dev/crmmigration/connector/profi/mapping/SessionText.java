package dev.crmmigration.connector.profi.mapping;

import static dev.crmmigration.connector.profi.mapping.Export.SESSION;

import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expressions over a session: what it is about, what became of it, and the lines that keep what has no field. */
public final class SessionText {

    public static final String STATUS_MAP = "sessionStatus";
    public static final String TYPE_MAP = "sessionType";

    public static final List<String> STATUSES =
            List.of("scheduled", "completed", "cancelled", "no_show", "rescheduled", "requested", "confirmed");

    private static final String STATUS = "map(\"" + STATUS_MAP + "\", coalesce(status, \"not given\"))";

    private final Export export;

    public SessionText(Export export) {
        this.export = export;
    }

    public static ValueMap statuses() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("scheduled", "scheduled");
        entries.put("completed", "completed");
        entries.put("cancelled", "cancelled");
        entries.put("no show", "no_show");
        entries.put("rescheduled", "rescheduled");
        entries.put("requested", "requested");
        entries.put("confirmed", "confirmed");
        return new ValueMap(STATUS_MAP, STATUSES, entries);
    }

    public static ValueMap types() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("one on one", "One-on-one");
        entries.put("group", "Group");
        entries.put("consultation", "Consultation");
        entries.put("not given", "Session");
        return new ValueMap(TYPE_MAP, List.of(), entries);
    }

    public static String status() {
        return STATUS;
    }

    public static String is(String status) {
        return "eq(" + STATUS + ", " + Expressions.text(status) + ")";
    }

    private static String kind() {
        return "map(\"" + TYPE_MAP + "\", coalesce(type, \"not given\"))";
    }

    /** Returns the kind of the session with what it is about. */
    public String subject() {
        return "concat(" + kindOr() + ", \": \", " + about() + ")";
    }

    /** Returns what the session is about. */
    public String about() {
        return "coalesce(" + export.columns(SESSION, "title", "service_name", "package_name") + ", \"Session\")";
    }

    private String kindOr() {
        return export.has(SESSION, "type") ? kind() : "\"Session\"";
    }

    /** Returns what has no field of its own, one line each, for programs to read; then the reason of a cancellation. */
    public String lines() {
        List<String> lines = new ArrayList<>();
        lines.add("concat(\"Session_Status__c: \", " + STATUS + ")");
        line(lines, "Session_Type__c: ", "type");
        line(lines, "Session_Medium__c: ", "meeting_provider");
        lines.add(
                "case(empty(meeting_link) => null, else => concat(\"Meeting_Link__c: \", html(meeting_link),"
                        + " case(eq(meeting_link_from, \"given\") => \"\", else => concat(\" (\", meeting_link_from, \")\"))))");
        lines.add("case(eq(minutes_from, \"assumed\") => \"Session_Duration__c: assumed\", else => null)");
        if (export.has(SESSION, "recurrence_pattern")) {
            lines.add("case(in(recurrence_pattern, \"weekly\", \"biweekly\", \"monthly\") =>"
                    + " concat(\"Recurring_Schedule__c: \", recurrence_pattern), else => null)");
        }
        lines.add("concat(\"Package_Link__c: \", enrollment_link)");
        line(lines, "Session_Package__c: ", "package_name");
        line(lines, "Session_Time_Zone__c: ", "time_zone");
        line(lines, "Recording_URL__c: ", "recording_url");
        line(lines, "Cancelled_By__c: ", "cancelled_by");
        lines.add("case(empty(rescheduled_to) => null, else => concat(\"Rescheduled_To__c: \","
                + " coalesce(iso(related(session, on: $id, equals: rescheduled_to, each: starts_at)), \"\"), \" (\","
                + " html(rescheduled_to), \")\"))");
        line(lines, "Rescheduled_From__c: ", "rescheduled_from_session_id");
        if (export.has(SESSION, "fee")) {
            lines.add("case(present(fee) => concat(\"Session_Fee__c: \", text(fee)), else => null)");
        }
        lines.add("concat(\"Profi_Session__c: \", html($id))");
        line(lines, "Reason: ", "cancellation_reason");
        return "join(\"<br>\", " + String.join(", ", lines) + ")";
    }

    /** Returns when the session was moved to, with the id of its successor; no value if it was not moved. */
    public String successor() {
        return "case(empty(rescheduled_to) => null, else => concat(coalesce(iso(related(session, on: $id, equals:"
                + " rescheduled_to, each: starts_at)), \"\"), \" (\", rescheduled_to, \")\"))";
    }

    private void line(List<String> lines, String name, String column) {
        if (export.has(SESSION, column)) {
            lines.add("case(empty(" + column + ") => null, else => concat(" + Expressions.text(name) + ", html("
                    + column + ")))");
        }
    }

    /** Returns the ids of the clients who take part. */
    public String clients() {
        String id = export.column(SESSION, "client_id");
        return export.has(Export.PARTICIPANT)
                ? "union(" + id + ", related(session_participant, on: session_id, equals: $id, each: client_id, reduce:"
                        + " list))"
                : "list(" + id + ")";
    }
}
