package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTES;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.NoteText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.List;

/** Makes a note on the person of every journal entry and coaching note; long ones go on in further notes. */
public final class NoteToNote extends ProfiRow {

    public NoteToNote() {
        super(9, "Note / Journal Entry -> Note");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "author of notes",
                        "only users can be authors, and journals are often written by clients",
                        "author, kind and time stand in the first line of the text"),
                new Loss(
                        "whether a note is private or shared",
                        "Pipedrive's notes are seen by all who see the person",
                        "it stands in the first line"),
                new Loss(
                        "images and files of notes",
                        "files hang on persons, not on notes",
                        "each is a file of the person, named in the text as [image 1], [image 2] and so on"),
                new Loss(
                        "formatting beyond bold, italics, lists and links",
                        "Pipedrive takes away what it does not know",
                        "the text stays"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(Export.NOTE)) {
            return List.of();
        }
        return NOTES.all(LongNotes.Text.of(Export.NOTE, NoteText.all(export)), note -> {
            belong(note, export, "client_id");
            if (export.has(Export.NOTE, "created_at")) {
                note.orderBy("created_at").set("add_time", "created_at");
            }
        });
    }

    /** Hangs a note on the person of its client, or the organization that the client is. */
    static void belong(RecordsBuilder notes, Export export, String client) {
        ClientText text = clients(export);
        notes.set("person_id", text.personOrHold(client));
        if (export.has(Export.CLIENT)) {
            notes.set("org_id", text.business(client));
        }
    }
}
