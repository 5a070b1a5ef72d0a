package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/** Makes a note on the contact of what stands in the notes of a contact or target. */
public final class ContactNotesToNote extends FreshsalesRow {

    public ContactNotesToNote() {
        super(BEYOND, "Notes of contacts -> Note", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "author and date of notes on contacts",
                        "NextCRM keeps them as plain texts of the contact",
                        "one note with all of them, a paragraph each"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.fills("contact", "notes")) {
            parts.addAll(notes("contact", "present(notes)", CONTACT_TO_CONTACT));
        }
        if (people(business).targetsMove() && business.fills("target", "notes")) {
            parts.addAll(
                    notes("target", "and(present(notes), " + people(business).targetMoves() + ")", TARGET_TO_CONTACT));
        }
        return parts;
    }

    private static List<MappingPart> notes(String from, String where, String contact) {
        LongNotes.Text all = LongNotes.Text.of(from, "html(join(\"\\n\\n\", notes))")
                .part(from)
                .where(where);
        return NOTES.all(all, note -> note.set(OF_CONTACT, "link(" + contact + ", $id)"));
    }
}
