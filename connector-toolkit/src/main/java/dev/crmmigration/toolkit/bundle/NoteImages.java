package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.toolkit.bodies.Bodies;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images in notes that are no attachment of their own: a file of the bundle, or in the text itself. */
final class NoteImages {

    static final ObjectType TYPE = ObjectType.of("note_image");

    private static final String DATA = "image:";
    private static final String ATTACHMENT = "attachment:";
    private static final int MOST_OF_A_NOTE = 1000;
    private static final Pattern DATA_URI =
            Pattern.compile("(?is)^data:image/([a-z0-9]+)[a-z0-9.+-]*(?:;[^,;]+)*;base64,(.*)$");

    private final AttachmentFiles files;
    private final NoteBodies bodies;

    NoteImages(Bundle bundle, BundleObject notes, AttachmentFiles files) {
        this.files = files;
        this.bodies = new NoteBodies(bundle, notes);
    }

    static ObjectDescription describe() {
        return new ObjectDescription(
                TYPE,
                List.of(
                        FieldDescription.builder("note_id", FieldType.TEXT).build(),
                        FieldDescription.builder("client_id", FieldType.TEXT).build(),
                        FieldDescription.builder("session_id", FieldType.TEXT).build(),
                        FieldDescription.builder("number", FieldType.INTEGER).build(),
                        FieldDescription.builder("link", FieldType.TEXT).build(),
                        FieldDescription.builder("file", FieldType.ATTACHMENT).build()),
                ObjectTraits.SOURCE);
    }

    /** Returns a record for every image of a note. */
    List<SourceEntry> of(RowDraft note) {
        List<SourceEntry> entries = new ArrayList<>();
        List<String> images =
                Bodies.of(note.text("body"), note.text("body_format")).images();
        for (int index = 0; index < images.size() && index < MOST_OF_A_NOTE; index++) {
            if (!isAttachment(images.get(index))) {
                entries.add(entry(note, images.get(index), index));
            }
        }
        return entries;
    }

    /** What is an attachment already moves as such. */
    private boolean isAttachment(String from) {
        return from.startsWith(ATTACHMENT)
                && !files.nameOf(from.substring(ATTACHMENT.length())).isEmpty();
    }

    private SourceEntry entry(RowDraft note, String from, int index) {
        CrmRecord.Builder record = CrmRecord.builder(TYPE.name(), note.id() + "/" + (index + 1))
                .put("note_id", note.id())
                .put("number", (long) index + 1);
        put(record, "client_id", note.text("client_id"));
        put(record, "session_id", note.text("session_id"));
        Origin of = note.origin();
        file(note, from, index)
                .ifPresentOrElse(
                        file -> record.put("file", file),
                        () -> put(record, "link", from.startsWith("data:") ? "" : from));
        Origin origin = new Origin("images of " + of.file(), of.line() * MOST_OF_A_NOTE + index);
        SourceEntry.Read read = SourceEntry.Read.of(record.build(), origin);
        return note.changed().map(read::changedAt).orElse(read);
    }

    private static void put(CrmRecord.Builder record, String field, String text) {
        if (!text.isEmpty()) {
            record.put(field, text);
        }
    }

    private Optional<AttachmentRef> file(RowDraft note, String from, int index) {
        Matcher data = DATA_URI.matcher(from);
        if (data.matches()) {
            String name = "image-" + (index + 1) + "." + data.group(1).toLowerCase(Locale.ROOT);
            Origin at = note.origin();
            return Optional.of(new AttachmentRef(DATA + at.line() + " " + index + " " + at.file(), name));
        }
        return files.path(from)
                .map(path -> new AttachmentRef(
                        AttachmentFiles.FILE + path, AttachmentFiles.safe(path.substring(path.lastIndexOf('/') + 1))));
    }

    /** Frees what is open. */
    void close() {
        bodies.close();
    }

    static boolean isImage(String attachment) {
        return attachment.startsWith(DATA);
    }

    /** Returns the bytes of an image that stands in the text of a note. */
    Content open(String attachment) {
        String[] parts = attachment.substring(DATA.length()).split(" ", 3);
        byte[] bytes = bytes(parts);
        return new Content() {
            @Override
            public OptionalLong size() {
                return OptionalLong.of(bytes.length);
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    private byte[] bytes(String[] parts) {
        try {
            String body = bodies.at(parts[2], Long.parseLong(parts[0]));
            Matcher data = DATA_URI.matcher(Bodies.of(body, "html").images().get(Integer.parseInt(parts[1])));
            if (data.matches()) {
                return Base64.getMimeDecoder().decode(data.group(2));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new FatalConnectorException("a note of the export has no such image", e);
        }
        throw new FatalConnectorException("a note of the export has no such image");
    }
}
