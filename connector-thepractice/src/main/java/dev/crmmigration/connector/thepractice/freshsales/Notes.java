package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTE;

import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes notes of texts of any length: what is too long for one goes on in further notes. */
final class Notes {

    /** What Freshsales takes in one note is not known; a piece fits the smallest column that it could stand in. */
    private static final int PIECE_BYTES = 60_000;

    private static final int MOST_PIECES = 6;

    private Notes() {}

    /** Returns the expression of the first piece of a text. */
    static String firstPiece(String content) {
        return piece(content, 1);
    }

    private static String piece(String content, int number) {
        return "chunk(" + content + ", " + PIECE_BYTES + ", " + number + ")";
    }

    /**
     * Returns parts that make a note of every record, and further ones of what is too long for it.
     *
     * @param from the object of the source
     * @param belonging gives each note its parent and its order
     */
    static List<MappingPart> all(String from, String content, Consumer<RecordsBuilder> belonging) {
        List<MappingPart> parts = new ArrayList<>();
        RecordsBuilder first = MappingPart.Records.from(from).to(NOTE).set("description", firstPiece(content));
        belonging.accept(first);
        parts.add(first.build());
        parts.addAll(further(from, content, belonging));
        return parts;
    }

    /** Returns parts that make notes of what is too long for the first piece of a text. */
    static List<MappingPart> further(String from, String content, Consumer<RecordsBuilder> belonging) {
        List<MappingPart> parts = new ArrayList<>();
        for (int number = 2; number <= MOST_PIECES; number++) {
            String piece = piece(content, number);
            RecordsBuilder note = MappingPart.Records.from(from)
                    .to(NOTE)
                    .part("piece " + number)
                    .where("present(" + piece + ")")
                    .set("description", "concat(\"(" + number + ") \", " + piece + ")");
            belonging.accept(note);
            parts.add(note.build());
        }
        return parts;
    }
}
