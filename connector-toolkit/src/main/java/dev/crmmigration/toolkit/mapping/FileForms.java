package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart;
import java.util.List;

/**
 * What becomes of files at a destination that keeps links beside them: what has a file is attached, what is kept elsewhere is
 * linked to, and of what is lost a note says so.
 *
 * @param file the files of the destination
 * @param link its links
 * @param note its notes
 * @param text the text of a note
 */
public record FileForms(String file, String link, String note, String text) {

    private static final String FILE = "file";

    /** Returns parts that attach files, or link to where they are. */
    public List<MappingPart> parts(Files files, String target, String parent) {
        String there = "present(" + parent + "), " + files.where + ")";
        return List.of(
                MappingPart.Records.from(files.from)
                        .to(file)
                        .part(files.part)
                        .where("and(present(" + FILE + "), " + there)
                        .set(FieldMapping.CONTENT, FILE)
                        .set(target, parent)
                        .build(),
                MappingPart.Records.from(files.from)
                        .to(link)
                        .part(files.part + " elsewhere")
                        .where("and(not(present(" + FILE + ")), present(" + files.url + "), " + there)
                        .set("name", files.name)
                        .set("url", files.url)
                        .set(target, parent)
                        .build());
    }

    /** Returns a part that makes a note of each file that is neither there nor anywhere known. */
    public MappingPart lost(Files files, String target, String parent, String words) {
        return MappingPart.Records.from(files.from)
                .to(note)
                .part(files.part + " without file")
                .where("and(not(present(" + FILE + ")), not(present(" + files.url + ")), present(" + parent + "), "
                        + files.where + ")")
                .set(text, words)
                .set(target, parent)
                .build();
    }

    /**
     * Files of the source, in its column {@code file}.
     *
     * @param from the object of the source
     * @param part the name of their part
     * @param where which of its records
     * @param name what a link to one is called
     * @param url where one is that is kept elsewhere
     */
    public record Files(String from, String part, String where, String name, String url) {

        /** Returns the attachments of a bundle. */
        public static Files attachments(SourceView source, String from, String part, String where) {
            String name = "coalesce(" + source.columns(from, "file_name", "path") + ", \"File\")";
            return new Files(from, part, where, name, source.column(from, "url"));
        }

        /**
         * Lets the images of a note lead to their files.
         *
         * @param images the object of the images, whose files the mapping makes
         */
        public static LongNotes.Text linkingImages(LongNotes.Text note, String images, String mapping) {
            String ofNote = "related(" + images + ", on: note_id, equals: $id, where: present(file), each: ";
            String inOrder = ", reduce: list, order: number)";
            return note.linking(
                    ofNote + "concat(\"[image \", number, \"]\")" + inOrder,
                    "link(" + mapping + ", " + ofNote + "$id" + inOrder + ")");
        }

        /** Returns the images that stand in the notes of a bundle. */
        public static Files images(String from, String where) {
            return new Files(from, "image", where, "concat(\"[image \", number, \"] of a note\")", "link");
        }
    }
}
