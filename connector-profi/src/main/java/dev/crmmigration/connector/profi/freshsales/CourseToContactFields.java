package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.CONTENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTE;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.CourseText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Gives contacts their courses: a line for each with its status, and how far the newest one has come. */
public final class CourseToContactFields extends FreshsalesRow {

    /** A text area of Freshsales takes 10,000 characters (support article on custom fields, read 2026-10). */
    private static final int FIELD = 9_900;

    public CourseToContactFields() {
        super(5, "Course / Content Module -> Contact fields");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "courses",
                        "Freshsales has none",
                        "a line for each in Course_Enrollment__c with its status, and a note with the rest if they are very"
                                + " many; Course_Progress__c is that of the newest course that is open, else of the newest"),
                new Loss(
                        "progress by module, delivery by time",
                        "Freshsales does not track content",
                        "how many modules are completed, in the line of the course"),
                new Loss("content of courses", "it is hosted by Profi", "its address, in the line of the course"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(CONTENT) && export.has(CLIENT)) {
            CourseText course = new CourseText(export);
            Fields fields = new Fields(export, CLIENT, CONTACT)
                    .custom("Course_Enrollment__c", FieldType.LONG_TEXT, chunk(course, 1));
            if (export.has(CONTENT, "progress_percent")) {
                fields.custom("Course_Progress__c", FieldType.DECIMAL, course.newest("progress_percent"));
            }
            parts.add(MappingPart.Contribution.to(MEMBER_TO_CONTACT, CLIENT, fields.mappings(), fields.schema()));
            parts.add(rest(export, course));
        }
        CourseText.foldInto(parts, export, MEMBER_TO_CONTACT, "Modules are content, which Freshsales does not have");
        return parts;
    }

    private static MappingPart rest(Export export, CourseText course) {
        return MappingPart.Records.from(CLIENT)
                .to(NOTE)
                .part("more courses")
                .where("and(" + clients(export).isPerson() + ", present(" + chunk(course, 2) + "))")
                .set(
                        "description",
                        "concat(\"<b>Course_Enrollment__c, continued</b><br>\", html(" + chunk(course, 2) + "))")
                .set(OF_CONTACT, "link(MemberToContact, $id)")
                .build();
    }

    private static String chunk(CourseText course, int number) {
        return "chunk(" + course.all() + ", " + FIELD + ", " + number + ")";
    }
}
