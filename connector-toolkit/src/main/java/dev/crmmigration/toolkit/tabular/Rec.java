package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.damage.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of a file.
 *
 * @param line its first line in the file, from 1
 * @param cells its cells; none if it cannot be read
 * @param marks what characters it has
 * @param notes what was mended to read it
 * @param problem why it cannot be read, or {@code null}
 */
record Rec(
        long line,
        List<String> cells,
        int marks,
        List<Note> notes,
        @Nullable String problem) {

    /**
     * Something that was mended.
     *
     * @param rule the rule
     * @param column the position of the cell, or -1 for the whole record
     * @param raw what stood there
     */
    record Note(Rule rule, int column, String raw) {}

    static Rec broken(long line, String problem) {
        return new Rec(line, List.of(), 0, List.of(), problem);
    }

    boolean isBlank() {
        if (problem != null) {
            return false;
        }
        return isBlankFrom(0);
    }

    boolean isBlankFrom(int width) {
        for (int i = width; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
