package dev.crmmigration.connector.profi.mapping;

import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;

import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Expressions over an enrollment: what became of it, and whether it becomes a deal. */
public final class EnrollmentText {

    public static final String STATUS_MAP = "enrollmentStatus";

    /** The statuses, which are the stages of the pipeline as well. */
    public static final List<String> STATUSES =
            List.of("Pending", "Active", "Paused", "Completed", "Expired", "Cancelled");

    private static final String STATUS = "map(\"" + STATUS_MAP + "\", coalesce(status, \"not given\"))";

    private EnrollmentText() {}

    public static ValueMap statuses() {
        Map<String, String> entries = new LinkedHashMap<>();
        STATUSES.forEach(status -> entries.put(status.toLowerCase(Locale.ROOT), status));
        entries.put("canceled", "Cancelled");
        entries.put("not given", "Active");
        return new ValueMap(STATUS_MAP, STATUSES, entries);
    }

    public static String status() {
        return STATUS;
    }

    public static String is(String status) {
        return "eq(" + STATUS + ", " + Expressions.text(status) + ")";
    }

    public static String isClosed() {
        return "or(" + is("Completed") + ", " + is("Expired") + ", " + is("Cancelled") + ")";
    }

    /** Returns which enrollments become deals. */
    public static String where(Export export) {
        return export.chose(ProfiChoices.CLOSED_PACKAGES, "skip") ? "not(" + isClosed() + ")" : "true";
    }

    /**
     * Returns, over a record that names an enrollment, a link to its deal; no value if it has none.
     *
     * @param row the mapping that makes the deal
     */
    public static String dealOf(String row, Export export, String enrollment) {
        if (!export.has(ENROLLMENT)) {
            return "null";
        }
        String where = where(export);
        return "link(" + row + ", related(enrollment, on: $id, equals: " + enrollment
                + (where.equals("true") ? "" : ", where: " + where) + "))";
    }
}
