package dev.crmmigration.engine;

import dev.crmmigration.api.error.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which records are repaired, and how far. A record is named as {@code type:id}, by the source or by the destination; where
 * both have a record of that name, as {@code source type:id} or {@code destination type:id}. Empty lines and lines that
 * begin with {@code #} name none.
 *
 * @param origin where the lines stand, for messages about them
 * @param lines a record each
 * @param recreates whether records that are missing are made again
 * @param takesEdited whether values that somebody has edited are written over, whatever the plan says
 */
public record Repair(String origin, List<String> lines, boolean recreates, boolean takesEdited) {

    public Repair {
        lines = List.copyOf(lines);
    }

    /** Names records. */
    public static Repair of(List<String> records) {
        return new Repair("records", records, false, false);
    }

    /**
     * Reads the names of records from a file, one a line.
     *
     * @throws ConfigurationException if it is not there or no UTF-8 text
     */
    public static Repair ofFile(Path file) {
        try {
            return new Repair(
                    String.valueOf(file.getFileName()), Files.readAllLines(file, StandardCharsets.UTF_8), false, false);
        } catch (IOException e) {
            throw new ConfigurationException("the file of records " + file.getFileName()
                    + (Files.exists(file) ? " cannot be read as UTF-8 text" : " does not exist"));
        }
    }

    /** Returns this repair, making records again that are missing. */
    public Repair recreating() {
        return new Repair(origin, lines, true, takesEdited);
    }

    /** Returns this repair, writing over what people have edited as well. */
    public Repair takingEdited() {
        return new Repair(origin, lines, recreates, true);
    }

    /** Names where the lines stand, but not the records. */
    @Override
    public String toString() {
        return "Repair[" + origin + ", " + lines.size() + " lines]";
    }
}
