package dev.crmmigration.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A document for the people of the customer. Each can be asked for at any time: it says what is known so far. */
public enum DocumentName {
    MIGRATION("What the source holds, what was planned, what was done, and the proof, as far as it has happened."),
    RECONCILIATION("The counts that close, and every value that was read back and compared."),
    FAILED_AND_HELD("Every record that waits or was refused, with the reason and what helps."),
    OWNER_REPORT("Every owner of the source, and who that is at the destination."),
    GAP_REPORT("What cannot move, what moves with a loss and what takes its place, what is left behind."),
    FIELD_MAPPING_WORKBOOK("A line for each field: source, type, fill, destination, expression, value map, loss."),
    AUTOMATION_INVENTORY("What runs by itself at the source and has to be built anew."),
    AUTOMATION_QUESTIONNAIRE("A line for each automation, to be filled in by people who know what it does."),
    CLEANING_REPORT("Duplicates, missing e-mail addresses, links that lead nowhere, repairs, and rows put aside."),
    ADMIN_CHECKLIST("What the destination must have, by exact names, types and options."),
    EXPORT_CHECKLIST(
            "What has to be exported from the source; on which screens, in how many parts; can be printed before any file is there."),
    SUPPLEMENTAL_EXPORT_REQUEST("What is missing in the export that was read, against the checklist."),
    MIGRATION_SCOPE("What is moved, how much of it, and what is not."),
    DESTINATION_NOTES("What the destination does in its own way, for these data."),
    DOCUMENTED_RECORDS("Records that stand in files of their own, since the destination has no place for them."),
    SPOTCHECK("Records drawn at random, to be compared by a person and ticked off.");

    private final String about;

    DocumentName(String about) {
        this.about = about;
    }

    /** Returns the name as commands and files have it, such as {@code gap-report}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns one sentence on what it is for. */
    public String about() {
        return about;
    }

    /** Returns the document of a name, or empty. */
    public static Optional<DocumentName> of(String text) {
        return Stream.of(values()).filter(name -> name.text().equals(text)).findFirst();
    }
}
