package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.pipedrive.Account.NOTE;
import static dev.crmmigration.connector.kartra.pipedrive.Export.CONTACT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import java.util.List;

/** Makes a note on the person of what Kartra keeps in the notes of a contact; beyond the table. */
public final class ContactNoteToNote extends KartraRow {

    public ContactNoteToNote() {
        super("ContactNoteToNote", 0, "Contact notes -> Note", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "author and date of notes",
                "Kartra exports all notes of a contact as one text without them",
                "one note, dated like the contact"));
    }

    @Override
    List<MappingPart> parts(Export export, Account account) {
        if (!export.fills(CONTACT, "notes")) {
            return List.of();
        }
        RecordsBuilder notes = MappingPart.Records.from(CONTACT)
                .to(NOTE)
                .where("not(empty(trim(notes)))")
                .set("content", "html(notes)")
                .set("person_id", "link(ContactToPerson, $id)");
        if (export.has(CONTACT, "created")) {
            notes.orderBy("created").set("add_time", "created");
        }
        return List.of(notes.build());
    }
}
