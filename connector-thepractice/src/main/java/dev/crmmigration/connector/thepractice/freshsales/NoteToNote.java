package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PaperText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.List;

/** Makes a note on the contact of every note about a client; part of the seventh row of the table. */
public final class NoteToNote extends FreshsalesRow {

    public NoteToNote() {
        super(BEYOND, "Client note -> Note");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "author and time of notes",
                        "Freshsales stamps who imports, and when",
                        "author and time stand in the first line of the text"),
                new Loss(
                        "images and files of notes",
                        "files hang on contacts, and their addresses expire",
                        "each is a file of the contact, named in the text as [image 1], [image 2] and so on; no address"
                                + " stands in the text"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        return export.has(Export.NOTE)
                ? NOTES.all(LongNotes.Text.of(Export.NOTE, new PaperText(export).note()),
                        note -> belong(note, export, Export.NOTE, "created_at"))
                : List.of();
    }
}
