package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;


import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.NoteText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.List;

/** Makes a note of every note and journal entry, in several pieces if it is very long. */
public final class SessionNoteToNote extends FreshsalesRow {

    public SessionNoteToNote() {
        super(7, "Session Notes -> Note");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "author and time of notes",
                        "Freshsales stamps who imports, and when",
                        "author, kind and time stand in the first line of the text"),
                new Loss(
                        "whether a note is private or shared",
                        "Freshsales' notes are seen by all who see the contact",
                        "it stands in the first line"),
                new Loss(
                        "images and files of notes",
                        "files hang on contacts, and their addresses expire",
                        "each is a file of the contact, named in the text as [image 1], [image 2] and so on; no address"
                                + " stands in the text"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(Export.NOTE)) {
            return List.of();
        }
        return NOTES.all(
                LongNotes.Text.of(Export.NOTE, NoteText.all(export)),
                note -> inOrder(hang(note, export, "client_id"), export, Export.NOTE, "created_at"));
    }
}
