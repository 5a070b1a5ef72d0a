package dev.crmmigration.connector.nextcrm.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables of facts that stand beside this class: tab-separated, with a header. */
final class Table {

    private Table() {}

    /** Returns the rows below the header; a cell that is empty is empty text. */
    static List<List<String>> rows(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name + ".tsv")) {
            if (in == null) {
                throw new IllegalStateException("there is no table " + name);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .skip(1)
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
