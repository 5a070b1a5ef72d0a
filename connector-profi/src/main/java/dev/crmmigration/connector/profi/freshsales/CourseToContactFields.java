package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.CONTENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.CourseText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gives contacts their courses: a line for each with its status, and how far the newest one has come. */
public final class CourseToContactFields extends FreshsalesRow {

    /** A text area of Freshsales takes 10,000 characters (support article on custom fields, read 2026-10). */
    private static final int FIELD = 9_900;

    /** How many times as much the courses of one contact may come to. */
    private static final int MOST_FIELDS = 9;

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
            parts.addAll(rest(export, course));
        }
        CourseText.foldInto(parts, export, MEMBER_TO_CONTACT, "Modules are content, which Freshsales does not have");
        return parts;
    }

    /** What does not fit the field; a further limit would be of people with hundreds of courses. */
    private static List<MappingPart> rest(Export export, CourseText course) {
        String pieces = IntStream.rangeClosed(2, MOST_FIELDS)
                .mapToObj(number -> chunk(course, number))
                .collect(Collectors.joining(", "));
        String rest = "concat(\"<b>Course_Enrollment__c, continued</b><br>\", html(join(\"\", " + pieces + ")))";
        String isLong = "and(" + clients(export).isPerson() + ", present(" + chunk(course, 2) + "))";
        return NOTES.all(
                LongNotes.Text.of(CLIENT, rest).part("more courses").where(isLong),
                note -> note.set(OF_CONTACT, "link(MemberToContact, $id)"));
    }

    private static String chunk(CourseText course, int number) {
        return "chunk(" + course.all() + ", " + FIELD + ", " + number + ")";
    }
}
