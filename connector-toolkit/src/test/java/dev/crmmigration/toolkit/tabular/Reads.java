package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.cells.ReadingOptions;
import dev.crmmigration.toolkit.tabular.TabularRow.Data;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a table and says what became of its rows. */
final class Reads {

    private final Path folder;
    private final TableSpec spec;
    private ReadingOptions options = ReadingOptions.NONE;

    Reads(Path folder, Column... columns) {
        this.folder = folder;
        this.spec = TableSpec.of("table", columns);
    }

    Reads with(ReadingOptions other) {
        options = other;
        return this;
    }

    Table table(byte[] bytes) {
        try {
            Files.write(folder.resolve("table.csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TabularExport export =
                TabularExport.open(ExportFolder.open("export", folder.toString()), List.of(spec), options);
        return export.tables("table").get(0);
    }

    Table table(String text) {
        return table(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a line for each row: its cells and repairs, or the rule that put it aside. */
    List<String> rows(String text) {
        return rows(table(text));
    }

    static List<String> rows(Table table) {
        List<String> rows = new ArrayList<>();
        try (TabularReader reader = table.read()) {
            for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row.match(
                        Reads::line,
                        broken -> broken.origin().line() + " " + broken.column() + " "
                                + broken.rule().substring(0, broken.rule().indexOf(':'))));
            }
        }
        return rows;
    }

    private static String line(Data data) {
        String rules = String.join(
                " ",
                data.repairs().stream()
                        .map(repair -> (repair.field() + " " + repair.rule()).strip())
                        .toList());
        return (String.join("|", data.cells()) + " " + rules).strip();
    }
}
