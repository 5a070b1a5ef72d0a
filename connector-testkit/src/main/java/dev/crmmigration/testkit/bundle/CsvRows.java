package dev.crmmigration.testkit.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes the text of a well-formed CSV file apart; commas or semicolons, UTF-8 or Windows-1252. */
public final class CsvRows {

    private final String text;
    private final char delimiter;
    private int at;

    private CsvRows(String text) {
        this.text = text;
        int line = text.indexOf('\n');
        String header = line < 0 ? text : text.substring(0, line);
        this.delimiter = header.indexOf(';') > header.indexOf(',') ? ';' : ',';
    }

    /** Returns the rows, the header first. */
    public static List<List<String>> of(byte[] file) {
        String text = decoded(file);
        CsvRows rows = new CsvRows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<List<String>> all = new ArrayList<>();
        while (rows.at < rows.text.length()) {
            List<String> row = rows.row();
            if (row.size() > 1 || !row.get(0).isEmpty()) {
                all.add(row);
            }
        }
        return all;
    }

    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : bare());
        } while (goesOn());
        return cells;
    }

    /** Passes over what stands after a cell; tells whether another one follows in the row. */
    private boolean goesOn() {
        if (at < text.length() && text.charAt(at) == delimiter) {
            at++;
            return true;
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return false;
    }

    private String bare() {
        int start = at;
        while (at < text.length()
                && text.charAt(at) != delimiter
                && text.charAt(at) != '\n'
                && text.charAt(at) != '\r') {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character != '"') {
                cell.append(character);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                break;
            }
        }
        return cell.toString();
    }
}
