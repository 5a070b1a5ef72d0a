package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.cells.CellMarks;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a file that has a JSON object in each line. Not thread-safe. */
final class JsonRecords implements RecordStream {

    private static final String BROKEN =
            Rule.JSON_LINE.because("the line is no JSON object. Export the file again, or mend the line");

    private final GuessedLines guessed = new GuessedLines();
    private final List<String> names;
    private final PhysicalLines lines;

    JsonRecords(TabularFile file) throws IOException {
        this.names = file.headers();
        this.lines = new PhysicalLines(new BufferedReader(file.text(guessed)), 0);
    }

    /** Tells whether a text begins with a line that is a JSON object. */
    static boolean begins(String sample) {
        String text = TabularFile.bare(sample);
        if (!text.startsWith("{")) {
            return false;
        }
        String line = text.lines().findFirst().orElse("");
        boolean isCut = line.length() == text.length() && !line.endsWith("}");
        return isCut
                ? line.matches("(?s)\\{\\s*\"[^\"\\\\]*\"\\s*:.*")
                : JsonObject.parse(line).isPresent();
    }

    /** Returns the names that the objects of a file have, in the order in which they are met. */
    static List<String> names(PhysicalLines lines) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (String line = lines.peek(0); line != null; line = lines.peek(0)) {
            JsonObject.parse(TabularFile.bare(line))
                    .ifPresent(object -> names.addAll(object.map().keySet()));
            lines.skip(1);
        }
        return List.copyOf(names);
    }

    @Override
    public @Nullable Rec next() throws IOException {
        String line = lines.peek(0);
        if (line == null) {
            return null;
        }
        long number = lines.number();
        lines.skip(1);
        String text = TabularFile.bare(line);
        return text.isEmpty()
                ? new Rec(number, List.of(), 0, List.of(), null)
                : JsonObject.parse(text).map(object -> record(number, object)).orElse(Rec.broken(number, BROKEN));
    }

    private Rec record(long number, JsonObject object) {
        List<String> cells = new ArrayList<>(names.size());
        int marks = 0;
        for (String name : names) {
            String cell = JsonCell.text(object.get(name));
            cells.add(cell);
            marks |= CellMarks.of(cell);
        }
        return new Rec(number, Collections.unmodifiableList(cells), marks, List.of(), null);
    }

    @Override
    public boolean isGuessed(Rec rec) {
        return !guessed.isEmpty() && guessed.take(rec.line(), rec.line() + 1);
    }

    @Override
    public boolean isLast() throws IOException {
        return lines.peek(0) == null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
