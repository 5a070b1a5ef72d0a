package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTE;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.NoteText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Makes a note of every note and journal entry, in several pieces if it is very long. */
public final class SessionNoteToNote extends FreshsalesRow {

    /** What Freshsales takes in one note is not known; a piece fits the smallest column that it could stand in. */
    private static final int PIECE_BYTES = 60_000;

    private static final int MOST_PIECES = 6;

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
                                + " stands in the text"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(Export.NOTE)) {
            return List.of();
        }
        List<MappingPart> parts = new ArrayList<>();
        for (int piece = 1; piece <= MOST_PIECES; piece++) {
            parts.add(piece(export, piece));
        }
        return parts;
    }

    private static MappingPart piece(Export export, int number) {
        String piece = "chunk(" + NoteText.all(export) + ", " + PIECE_BYTES + ", " + number + ")";
        RecordsBuilder notes = MappingPart.Records.from(Export.NOTE).to(NOTE);
        if (number == 1) {
            notes.set("description", piece);
        } else {
            notes.part("piece " + number)
                    .where("present(" + piece + ")")
                    .set("description", "concat(\"(" + number + ") \", " + piece + ")");
        }
        return inOrder(hang(notes, export, "client_id"), export, Export.NOTE, "created_at")
                .build();
    }
}
