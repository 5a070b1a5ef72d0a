package dev.crmmigration.examples.cli.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes paragraphs, lists and tables of which nothing is longer than a screen. Not thread-safe. */
public final class Text {

    private static final int MOST_ROWS = 25;
    private static final int MOST_ITEMS = 20;
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final PrintWriter out;

    public Text(PrintWriter out) {
        this.out = out;
    }

    public void line(String line) {
        out.println(line);
        out.flush();
    }

    public void blank() {
        line("");
    }

    /** Writes a headline with an empty line before it. */
    public void heading(String heading) {
        blank();
        line(heading);
    }

    /** Writes a text, broken into lines between its words. */
    public void paragraph(String text) {
        wrapped(text, WIDTH).forEach(this::line);
    }

    /** Writes a table under a heading; nothing if it has no rows. */
    public void table(String heading, Table table) {
        if (table.isEmpty()) {
            return;
        }
        heading(heading);
        table.lines(MOST_ROWS).forEach(line -> line(INDENT + line));
        more(table.size() - MOST_ROWS);
    }

    /** Writes a list under a heading; nothing if it has no items. */
    public void list(String heading, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        heading(heading);
        items.stream().limit(MOST_ITEMS).forEach(this::item);
        more(items.size() - MOST_ITEMS);
    }

    private void item(String item) {
        List<String> lines = wrapped(item, WIDTH - 4);
        line(INDENT + "- " + lines.get(0));
        lines.stream().skip(1).forEach(line -> line(INDENT + INDENT + line));
    }

    private void more(int left) {
        if (left > 0) {
            line(INDENT + "... and " + Words.number(left) + " more");
        }
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
