package dev.crmmigration.connector.kartra.mapping;

import static dev.crmmigration.connector.kartra.mapping.Export.APPOINTMENT;

import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expressions over an appointment: what it is about, what became of it, and the note that keeps what has no field. */
public final class AppointmentText {

    public static final String STATUS_MAP = "appointmentStatus";
    public static final String KIND_MAP = "appointmentKind";

    private static final String STATUS = "map(\"" + STATUS_MAP + "\", coalesce(status, \"not given\"))";

    private final Export export;

    public AppointmentText(Export export) {
        this.export = export;
    }

    public static ValueMap statuses() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put("active", "Scheduled");
        statuses.put("scheduled", "Scheduled");
        statuses.put("completed", "Completed");
        statuses.put("pending", "Pending");
        statuses.put("cancelled", "Cancelled");
        statuses.put("canceled", "Cancelled");
        statuses.put("no show", "No show");
        return new ValueMap(STATUS_MAP, List.of("Scheduled", "Completed", "Pending", "Cancelled", "No show"), statuses);
    }

    public static String is(String status) {
        return "eq(" + STATUS + ", " + Expressions.text(status) + ")";
    }

    /** Returns the type of activity that its words stand for. */
    public String kind() {
        String words = "lower(join(\" \", " + column("calendar_name") + ", " + column("class_name") + "))";
        return "map(\"" + KIND_MAP + "\", case(or(contains(" + words + ", \"call\"), contains(" + words
                + ", \"phone\")) => \"call\", else => \"meeting\"))";
    }

    public String subject() {
        String calendar = "coalesce(" + column("calendar_name") + ", \"Appointment\")";
        return export.has(APPOINTMENT, "class_name")
                ? "concat(" + calendar + ", case(empty(class_name) => \"\", else => concat(\": \", class_name)))"
                : calendar;
    }

    /** Returns what has no field of its own, one line each, for programs to read; then the words of the appointment. */
    public String note() {
        List<String> lines = new ArrayList<>();
        lines.add("concat(\"Appointment_Status__c: \", html(coalesce(" + column("status") + ", \"not given\")))");
        line(lines, "Appointment_Calendar__c: ", "calendar_name");
        line(lines, "Appointment_Class__c: ", "class_name");
        line(lines, "Appointment_Location__c: ", "location");
        line(lines, "Appointment_Time_Zone__c: ", "time_zone");
        line(lines, "Appointment_Host__c: ", "host_email");
        lines.add("concat(\"Kartra_Appointment__c: \", html($id))");
        if (export.has(APPOINTMENT, "notes")) {
            lines.add("case(empty(notes) => null, else => concat(\"<br>\", html(notes)))");
        }
        return "join(\"<br>\", " + String.join(", ", lines) + ")";
    }

    private void line(List<String> lines, String name, String column) {
        if (export.has(APPOINTMENT, column)) {
            lines.add("case(empty(" + column + ") => null, else => concat(" + Expressions.text(name) + ", html("
                    + column + ")))");
        }
    }

    private String column(String name) {
        return export.column(APPOINTMENT, name);
    }
}
