package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.CONTENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.CourseText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Gives persons the courses of their clients: a line for each, and the newest one's access and progress. */
public final class ContentEnrollmentToPersonFields extends ProfiRow {

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
        }
        CourseText.foldInto(parts, export, CLIENT_TO_PERSON, "Modules are content, which Pipedrive does not have");
        return parts;
    }

    private static Fields fields(Export export) {
        CourseText course = new CourseText(export);
        Fields fields = new Fields(export, CLIENT, PERSON);
        if (export.has(CONTENT, "access_status")) {
            fields.pickList(
                    "Content_Access_Status__c",
                    FieldType.CHOICE,
                    export.distinct(CONTENT, "access_status"),
                    course.newest("access_status"));
        }
        if (export.has(CONTENT, "progress_percent")) {
            fields.custom("Content_Progress__c", FieldType.DECIMAL, course.newest("progress_percent"));
        }
        return fields.custom("Content_Courses__c", FieldType.LONG_TEXT, course.all());
    }
}
