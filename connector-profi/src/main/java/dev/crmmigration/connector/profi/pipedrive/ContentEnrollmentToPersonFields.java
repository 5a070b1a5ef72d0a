package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.CONTENT;
import static dev.crmmigration.connector.profi.mapping.Export.PROGRESS;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Gives persons the courses of their clients: a line for each, and the newest one's access and progress. */
public final class ContentEnrollmentToPersonFields extends ProfiRow {

    private static final String OPEN = "eq(access_status, \"active\")";

    public ContentEnrollmentToPersonFields() {
        super(7, "Content Room / Course Enrollment -> Custom field on Person");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "courses",
                        "Pipedrive has none",
                        "a line for each in Content_Courses__c; Content_Access_Status__c and Content_Progress__c are those of the"
                                + " newest course that is open, else of the newest"),
                new Loss(
                        "progress by module, delivery by time",
                        "Pipedrive does not track content",
                        "how many modules are completed, in the line of the course"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(CONTENT) && export.has(CLIENT)) {
            parts.add(MappingPart.Contribution.to(
                    CLIENT_TO_PERSON,
                    CLIENT,
                    fields(export).mappings(),
                    fields(export).schema()));
            parts.add(MappingPart.Contribution.fold(CLIENT_TO_PERSON, CONTENT, "true", "client_id", List.of()));
        }
        leaveOut(parts, export, CONTENT, "These courses belong to no client who becomes a person");
        if (export.has(PROGRESS) && export.has(CONTENT)) {
            parts.add(MappingPart.Contribution.fold(
                    CLIENT_TO_PERSON,
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
        leaveOut(parts, export, Export.MODULE, "Modules are content, which Pipedrive does not have");
        return parts;
    }

    private static void leaveOut(List<MappingPart> parts, Export export, String object, String reason) {
        if (export.has(object)) {
            parts.add(MappingPart.Exclusion.of(object, "true", reason));
        }
    }

    private static Fields fields(Export export) {
        Fields fields = new Fields(export, CLIENT, PERSON);
        if (export.has(CONTENT, "access_status")) {
            fields.pickList(
                    "Content_Access_Status__c",
                    FieldType.CHOICE,
                    export.distinct(CONTENT, "access_status"),
                    newest(export, "access_status"));
        }
        if (export.has(CONTENT, "progress_percent")) {
            fields.custom("Content_Progress__c", FieldType.DECIMAL, newest(export, "progress_percent"));
        }
        return fields.custom(
                "Content_Courses__c",
                FieldType.LONG_TEXT,
                "join(\"\\n\", related(content_enrollment, on: client_id, equals: $id, each: " + line(export)
                        + ", reduce: list" + order(export) + "))");
    }

    private static String newest(Export export, String column) {
        String from = "related(content_enrollment, on: client_id, equals: $id";
        String each = ", each: " + column + ", reduce: last" + order(export) + ")";
        return export.has(CONTENT, "access_status")
                ? "coalesce(" + from + ", where: " + OPEN + each + ", " + from + each + ")"
                : from + each;
    }

    private static String order(Export export) {
        return export.has(CONTENT, "enrolled_at") ? ", order: enrolled_at" : "";
    }

    private static String line(Export export) {
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
                + modules(export) + ", " + url + ")";
    }

    private static String modules(Export export) {
        if (!export.has(PROGRESS)) {
            return "null";
        }
        String all = "related(content_progress, on: content_enrollment_id, equals: $id, ";
        return "case(" + all + "reduce: any) => concat(" + all
                + "where: eq(status, \"completed\"), reduce: count), \" of \", " + all
                + "reduce: count), \" modules\"), else => null)";
    }
}
