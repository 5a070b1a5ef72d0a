package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PaperText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.FileForms;
import dev.crmmigration.toolkit.mapping.LongNotes;
import dev.crmmigration.toolkit.mapping.WithLinks;
import java.util.List;

/** Makes a note on the contact of every note about a client; part of the seventh row of the table. */
public final class NoteToNote extends FreshsalesRow {

    public NoteToNote() {
        super(BEYOND, "Client note -> Note");
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
                        "author and time stand in the first line of the text"),
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
                ? NOTES.all(text(export), note -> belong(note, export, Export.NOTE, "created_at"))
                : List.of();
    }

    private static LongNotes.Text text(Export export) {
        LongNotes.Text text = LongNotes.Text.of(Export.NOTE, new PaperText(export).note());
        return export.has(Export.NOTE_IMAGE) && export.chose(Choices.NOTE_IMAGES, "link")
                ? FileForms.Files.linkingImages(text, Export.NOTE_IMAGE, "AttachmentToDocument")
                : text;
    }
}
