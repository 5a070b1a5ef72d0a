package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.RESPONSE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTES;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PaperText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/** Makes a note on the person of every filled-in form, with the answers in the order of the questions. */
public final class IntakeFormToNote extends PracticeRow {

    public IntakeFormToNote() {
        super(7, "Intake Form / Client Notes -> Note");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "author of notes",
                        "only users can be authors, and forms are filled in by clients",
                        "author and time stand in the first line of the text; the time is the time of the note as well"),
                new Loss(
                        "files in answers and notes",
                        "files hang on persons, not on notes",
                        "each is a file of the person, named in the text"),
                new Loss("forms themselves", "Pipedrive has no such forms", "they are listed to be built again"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(RESPONSE)) {
            parts.addAll(NOTES.all(
                    LongNotes.Text.of(RESPONSE, new PaperText(export).response()),
                    note -> belong(note, export, RESPONSE, "answered_at")));
        }
        new PaperText(export).foldAnswersInto(parts, FORM_TO_NOTE);
        return parts;
    }
}
