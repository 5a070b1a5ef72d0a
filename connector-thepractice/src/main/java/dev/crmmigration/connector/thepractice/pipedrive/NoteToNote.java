package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTES;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PaperText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.List;

/** Makes a note on the person of every note about a client; part of the seventh row of the table. */
public final class NoteToNote extends PracticeRow {

    public NoteToNote() {
        super(BEYOND, "Client note -> Note");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "formatting beyond bold, italics, lists and links",
                        "Pipedrive takes away what it does not know",
                        "the text stays"),
                new Loss(
                        "images in notes",
                        "files hang on persons, not on notes",
                        "each is a file of the person, named in the text as [image 1], [image 2] and so on"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        return export.has(Export.NOTE)
                ? NOTES.all(
                        LongNotes.Text.of(Export.NOTE, new PaperText(export).note()),
                        note -> belong(note, export, Export.NOTE, "created_at"))
                : List.of();
    }
}
