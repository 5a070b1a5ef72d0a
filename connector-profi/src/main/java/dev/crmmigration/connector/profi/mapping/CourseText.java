package dev.crmmigration.connector.profi.mapping;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.CONTENT;
import static dev.crmmigration.connector.profi.mapping.Export.PROGRESS;

import dev.crmmigration.api.mapping.MappingPart;
import java.util.List;

/** Expressions over a client about the courses that it takes: a line for each, and the newest one's values. */
public final class CourseText {

    private static final String OPEN = "eq(access_status, \"active\")";

    private final Export export;

    public CourseText(Export export) {
        this.export = export;
    }

    /** Returns one line for each course, the oldest first. */
    public String all() {
        return "join(\"\\n\", related(content_enrollment, on: client_id, equals: $id, each: " + line()
                + ", reduce: list" + order() + "))";
    }

    /** Returns a column of the newest course that is open, else of the newest. */
    public String newest(String column) {
        String from = "related(content_enrollment, on: client_id, equals: $id";
        String each = ", each: " + column + ", reduce: last" + order() + ")";
        return export.has(CONTENT, "access_status")
                ? "coalesce(" + from + ", where: " + OPEN + each + ", " + from + each + ")"
                : from + each;
    }

    private String order() {
        return export.has(CONTENT, "enrolled_at") ? ", order: enrolled_at" : "";
    }

    private String line() {
        String course = export.has(Export.COURSE) && export.has(CONTENT, "course_id")
                ? "related(course, on: $id, equals: course_id, each: "
                : "";
        String title = "coalesce(" + export.column(CONTENT, "course_title")
                + (course.isEmpty() ? "" : ", " + course + export.column(Export.COURSE, "title") + ")")
                + ", \"Course\")";
        String url = "coalesce(" + export.column(CONTENT, "url")
                + (course.isEmpty() ? "" : ", " + course + export.column(Export.COURSE, "url") + ")") + ")";
        String percent = export.has(CONTENT, "progress_percent")
                ? "case(present(progress_percent) => concat(progress_percent, \" %\"), else => null)"
                : "null";
        return "join(\", \", " + title + ", " + export.column(CONTENT, "access_status") + ", " + percent + ", "
                + modules() + ", " + url + ")";
    }

    private String modules() {
        if (!export.has(PROGRESS)) {
            return "null";
        }
        String all = "related(content_progress, on: content_enrollment_id, equals: $id, ";
        return "case(" + all + "reduce: any) => concat(" + all
                + "where: eq(status, \"completed\"), reduce: count), \" of \", " + all
                + "reduce: count), \" modules\"), else => null)";
    }

    /**
     * Adds what becomes of courses and of progress in them: they stand in fields of their client.
     *
     * @param row the mapping that writes clients
     * @param nowhere why courses and modules themselves do not move
     */
    public static void foldInto(List<MappingPart> parts, Export export, String row, String nowhere) {
        if (export.has(CONTENT) && export.has(CLIENT)) {
            parts.add(MappingPart.Contribution.fold(row, CONTENT, "true", "client_id", List.of()));
        }
        leaveOut(parts, export, CONTENT, "These courses belong to no client who becomes a person");
        if (export.has(PROGRESS) && export.has(CONTENT)) {
            parts.add(MappingPart.Contribution.fold(
                    row,
                    PROGRESS,
                    "true",
                    "related(content_enrollment, on: $id, equals: content_enrollment_id, each: client_id)",
                    List.of()));
        }
        leaveOut(parts, export, PROGRESS, "This progress belongs to no client who becomes a person");
        leaveOut(
                parts,
                export,
                Export.COURSE,
                "Courses are content: their titles and links are with those who take them");
        leaveOut(parts, export, Export.MODULE, nowhere);
    }

    private static void leaveOut(List<MappingPart> parts, Export export, String object, String reason) {
        if (export.has(object)) {
            parts.add(MappingPart.Exclusion.of(object, "true", reason));
        }
    }
}
