package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;

import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.ProfiChoices;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Expressions over an enrollment: what became of it, and whether it becomes a deal. */
final class EnrollmentText {

    static final String STATUS_MAP = "enrollmentStatus";

    /** The statuses, which are the stages of the pipeline as well. */
    static final List<String> STATUSES = List.of("Pending", "Active", "Paused", "Completed", "Expired", "Cancelled");

    private static final String STATUS = "map(\"" + STATUS_MAP + "\", coalesce(status, \"not given\"))";

    private EnrollmentText() {}

    static ValueMap statuses() {
        Map<String, String> entries = new LinkedHashMap<>();
        STATUSES.forEach(status -> entries.put(status.toLowerCase(Locale.ROOT), status));
        entries.put("canceled", "Cancelled");
        entries.put("not given", "Active");
        return new ValueMap(STATUS_MAP, STATUSES, entries);
    }

    static String status() {
        return STATUS;
    }

    static String is(String status) {
        return "eq(" + STATUS + ", " + Expressions.text(status) + ")";
    }

    static String isClosed() {
        return "or(" + is("Completed") + ", " + is("Expired") + ", " + is("Cancelled") + ")";
    }

    /** Returns which enrollments become deals. */
    static String where(Export export) {
        return export.chose(ProfiChoices.CLOSED_PACKAGES, "skip") ? "not(" + isClosed() + ")" : "true";
    }

    /** Returns, over a record that names an enrollment, a link to its deal; no value if it has none. */
    static String dealOf(Export export, String enrollment) {
        if (!export.has(ENROLLMENT)) {
            return "null";
        }
        String where = where(export);
        return "link(EnrollmentToDeal, related(enrollment, on: $id, equals: " + enrollment
                + (where.equals("true") ? "" : ", where: " + where) + "))";
    }
}
