package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Makes a note on the person of what Kartra keeps in the notes of a contact; beyond the table. */
public final class ContactNoteToNote extends KartraRow {

    /** Pipedrive takes about 100,000 bytes a note; room is left for the number and for what it adds by itself. */
    private static final int PIECE_BYTES = 90_000;

    private static final int MOST_PIECES = 4;

    public ContactNoteToNote() {
        super(0, "Contact notes -> Note", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "author and date of notes",
                "Kartra exports all notes of a contact as one text without them",
                "one note, dated like the contact"));
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

    /** A note that is longer than Pipedrive takes goes on in further notes. */
    private static MappingPart piece(Export export, int number) {
        String piece = "chunk(html(notes), " + PIECE_BYTES + ", " + number + ")";
        RecordsBuilder notes = MappingPart.Records.from(CONTACT).to(NOTE);
        if (number == 1) {
            notes.where("not(empty(trim(notes)))").set("content", piece);
        } else {
            notes.part("piece " + number)
                    .where("present(" + piece + ")")
                    .set("content", "concat(\"(" + number + ") \", " + piece + ")");
        }
        notes.set("person_id", "link(ContactToPerson, $id)");
        if (export.has(CONTACT, "created")) {
            notes.orderBy("created").set("add_time", "created");
        }
        return notes.build();
    }
}
