package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.RESPONSE;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PaperText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/** Makes a note on the contact of every filled-in form, with the answers in the order of the questions. */
public final class IntakeFormToNote extends FreshsalesRow {

    public IntakeFormToNote() {
        super(7, "Intake Form / Client Notes -> Note");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "author and time of forms",
                        "Freshsales stamps who imports, and when",
                        "author and time stand in the first line of the text"),
                new Loss(
                        "files in answers",
                        "files hang on contacts, and their addresses expire",
                        "each is a file of the contact, named in the text"),
                new Loss("forms themselves", "Freshsales has no such forms", "they are listed to be built again"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        PaperText text = new PaperText(export);
        if (export.has(RESPONSE)) {
            parts.addAll(NOTES.all(
                    LongNotes.Text.of(RESPONSE, text.response()),
                    note -> belong(note, export, RESPONSE, "answered_at")));
        }
        text.foldAnswersInto(parts, FORM_TO_NOTE);
        return parts;
    }
}
