package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import java.util.ArrayList;
import java.util.List;

/** Makes a note on the contact of what Kartra keeps in the notes of a contact; beyond the table. */
public final class ContactNoteToNote extends FreshsalesRow {

    /** What Freshsales takes in one note is not known; a piece fits the smallest column that it could stand in. */
    private static final int PIECE_BYTES = 60_000;

    private static final int MOST_PIECES = 6;

    public ContactNoteToNote() {
        super(BEYOND, "Contact notes -> Note", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "author and date of notes",
                "Kartra exports all notes of a contact as one text without them, and Freshsales stamps the import",
                "one note"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.fills(CONTACT, "notes")) {
            return List.of();
        }
        List<MappingPart> parts = new ArrayList<>();
        for (int piece = 1; piece <= MOST_PIECES; piece++) {
            parts.add(piece(export, piece));
        }
        return parts;
    }

    private static MappingPart piece(Export export, int number) {
        String piece = "chunk(html(notes), " + PIECE_BYTES + ", " + number + ")";
        RecordsBuilder notes = MappingPart.Records.from(CONTACT).to(FreshsalesNames.NOTE);
        if (number == 1) {
            notes.where("not(empty(trim(notes)))").set("description", piece);
        } else {
            notes.part("piece " + number)
                    .where("present(" + piece + ")")
                    .set("description", "concat(\"(" + number + ") \", " + piece + ")");
        }
        notes.set(FreshsalesNames.OF_CONTACT, "link(ContactToContact, $id)");
        return inOrder(notes, export, CONTACT, "created").build();
    }
}
