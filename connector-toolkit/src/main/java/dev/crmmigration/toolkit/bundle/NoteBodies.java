package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.toolkit.bodies.Markdown;
import dev.crmmigration.toolkit.tabular.Table;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import org.jspecify.annotations.Nullable;

/**
 * Gives the texts of notes again, by where they stand. Images are fetched in the order of the notes, so that the reader mostly goes
 * on where it stood. Safe for several threads.
 */
final class NoteBodies {

    private final Bundle bundle;
    private final BundleObject notes;

    private String file = "";
    private long line;
    private @Nullable TabularReader reader;

    NoteBodies(Bundle bundle, BundleObject notes) {
        this.notes = notes;
        this.bundle = bundle;
    }

    /** @throws IllegalArgumentException if no note stands there */
    synchronized String at(String wantedFile, long wantedLine) {
        if (!wantedFile.equals(file) || wantedLine <= line) {
            close();
        }
        TabularReader open = open(wantedFile);
        for (TabularRow row = open.next(); row != null; row = open.next()) {
            line = row.origin().line();
            if (line == wantedLine && row instanceof TabularRow.Data data) {
                String format = data.text("body_format");
                return format.equals("markdown") ? Markdown.html(data.text("body")) : data.text("body");
            }
        }
        close();
        throw new IllegalArgumentException("no note stands there");
    }

    private TabularReader open(String wanted) {
        TabularReader open = reader;
        if (open == null) {
            open = bundle.tables(notes).stream()
                    .filter(one -> one.file().equals(wanted))
                    .findFirst()
                    .map(Table::read)
                    .orElseThrow(() -> new IllegalArgumentException("the export has no such file"));
            reader = open;
            file = wanted;
            line = 0;
        }
        return open;
    }

    synchronized void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
        file = "";
        line = 0;
    }
}
