package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.record.EffectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Makes notes of texts of any length: what is too long for one goes on in further notes.
 *
 * @param object the notes of the destination
 * @param field their text
 * @param pieceBytes how much of a text goes into one note
 * @param mostPieces how many notes a text becomes at the most
 */
public record LongNotes(String object, String field, int pieceBytes, int mostPieces) {

    /** Returns what does not arrive even so, to be declared. */
    public Loss loss() {
        return new Loss(
                String.format(Locale.ROOT, "texts of more than %,d bytes", (long) pieceBytes * mostPieces),
                String.format(Locale.ROOT, "one note takes %,d, and a text becomes %d notes", pieceBytes, mostPieces),
                "the rest stays in the source");
    }

    /**
     * Returns that what is too long for a field goes on in notes, to be declared.
     *
     * @param texts what the texts are
     */
    public Loss continued(String texts) {
        return new Loss(
                String.format(Locale.ROOT, "%s of more than %,d bytes", texts, pieceBytes),
                "one text takes no more",
                "they go on in notes of the same record");
    }

    /** Returns the expression of the first piece of a text. */
    public String firstPiece(String content) {
        return piece(content, 1);
    }

    private String piece(String content, int number) {
        return "chunk(" + content + ", " + pieceBytes + ", " + number + ")";
    }

    /**
     * Returns parts that make a note of a text, and further ones of what is too long for it.
     *
     * @param belonging gives each note its parent, its order and its time
     */
    public List<MappingPart> all(Text text, Consumer<RecordsBuilder> belonging) {
        List<MappingPart> parts = new ArrayList<>();
        RecordsBuilder first = MappingPart.Records.from(text.from)
                .to(object)
                .part(text.part)
                .where(text.where)
                .set(field, text.finished(firstPiece(text.content)));
        belonging.accept(first);
        parts.add(first.build());
        parts.addAll(further(text, belonging));
        return parts;
    }

    /** Returns parts that make notes of what is too long for the first piece of a text. */
    public List<MappingPart> further(Text text, Consumer<RecordsBuilder> belonging) {
        List<MappingPart> parts = new ArrayList<>();
        for (int number = 2; number <= mostPieces; number++) {
            String piece = piece(text.content, number);
            RecordsBuilder note = MappingPart.Records.from(text.from)
                    .to(object)
                    .part(text.pieceName(number))
                    .where(text.andPresent(piece))
                    .set(field, text.finished("concat(\"(" + number + ") \", " + piece + ")"));
            belonging.accept(note);
            parts.add(note.build());
        }
        return parts;
    }

    /**
     * A text of the records of an object.
     *
     * @param from the object of the source
     * @param part the name of its part, which each mapping has once
     * @param where the records that have it
     * @param content its expression
     * @param finish makes the text of a note from the expression of a piece
     */
    public record Text(String from, String part, String where, String content, UnaryOperator<String> finish) {

        private static final String ALWAYS = "true";

        public static Text of(String from, String content) {
            return new Text(from, EffectId.MAIN, ALWAYS, content, UnaryOperator.identity());
        }

        public Text part(String name) {
            return new Text(from, name, where, content, finish);
        }

        public Text where(String condition) {
            return new Text(from, part, condition, content, finish);
        }

        /**
         * Lets words of the text lead to records.
         *
         * @param words the expression of a list of words
         * @param links that of a list of links, one for each
         */
        public Text linking(String words, String links) {
            return new Text(
                    from, part, where, content, piece -> "withLinks(" + piece + ", " + words + ", " + links + ")");
        }

        private String finished(String piece) {
            return finish.apply(piece);
        }

        private String pieceName(int number) {
            String name = "piece " + number;
            return part.equals(EffectId.MAIN) ? name : part + " " + name;
        }

        private String andPresent(String piece) {
            String present = "present(" + piece + ")";
            return where.equals(ALWAYS) ? present : "and(" + where + ", " + present + ")";
        }
    }
}
