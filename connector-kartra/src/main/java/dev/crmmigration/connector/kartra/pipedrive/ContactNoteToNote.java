package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTES;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.List;

/** Makes a note on the person of what Kartra keeps in the notes of a contact; beyond the table. */
public final class ContactNoteToNote extends KartraRow {

    public ContactNoteToNote() {
        super(0, "Contact notes -> Note", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "author and date of notes",
                        "Kartra exports all notes of a contact as one text without them",
                        "one note, dated like the contact"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.fills(CONTACT, "notes")) {
            return List.of();
        }
        LongNotes.Text notes = LongNotes.Text.of(CONTACT, "html(notes)").where("not(empty(trim(notes)))");
        return NOTES.all(notes, note -> {
            note.set("person_id", "link(ContactToPerson, $id)");
            if (export.has(CONTACT, "created")) {
                note.orderBy("created").set("add_time", "created");
            }
        });
    }
}
