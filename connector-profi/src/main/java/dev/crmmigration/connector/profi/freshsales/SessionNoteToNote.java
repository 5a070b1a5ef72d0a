package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.NoteText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.FileForms;
import dev.crmmigration.toolkit.mapping.LongNotes;
import dev.crmmigration.toolkit.mapping.WithLinks;
import java.util.List;

/** Makes a note of every note and journal entry, in several pieces if it is very long. */
public final class SessionNoteToNote extends FreshsalesRow {

    public SessionNoteToNote() {
        super(7, "Session Notes -> Note");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.NOTE_IMAGES);
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new WithLinks());
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
                        "files hang on contacts, and the addresses of their content expire",
                        "each is a file of the contact; [image 1] in the text leads to it (choice noteImages), other files are"
                                + " named"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        return export.has(Export.NOTE)
                ? NOTES.all(
                        text(export),
                        note -> inOrder(hang(note, export, "client_id"), export, Export.NOTE, "created_at"))
                : List.of();
    }

    private static LongNotes.Text text(Export export) {
        LongNotes.Text text = LongNotes.Text.of(Export.NOTE, NoteText.all(export));
        return export.has(Export.NOTE_IMAGE) && export.chose(Choices.NOTE_IMAGES, "link")
                ? FileForms.Files.linkingImages(text, Export.NOTE_IMAGE, "AttachmentToDocument")
                : text;
    }
}
