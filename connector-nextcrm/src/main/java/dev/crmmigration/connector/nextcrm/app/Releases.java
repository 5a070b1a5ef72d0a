package dev.crmmigration.connector.nextcrm.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which release brought which table and column. The list is of the migrations up to release v0.21.2, read 2026-08-01; no
 * release after v0.17.0 and up to that one changed a table.
 */
final class Releases {

    /** By table, then by column: the release that brought it; empty text for what a release has taken away. */
    private static final Map<String, Map<String, String>> KNOWN = read();

    private Releases() {}

    private static Map<String, Map<String, String>> read() {
        try (InputStream in = Releases.class.getResourceAsStream("releases.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the list of releases is not in the jar");
            }
            Map<String, Map<String, String>> known = new LinkedHashMap<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().skip(1).forEach(line -> {
                String[] cells = line.split("\t", -1);
                known.computeIfAbsent(cells[0], any -> new LinkedHashMap<>()).put(cells[1], cells[2]);
            });
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the words for when a column came, or a table if the column is empty text; empty text if nobody knows. */
    static String since(String table, String column) {
        Map<String, String> columns = KNOWN.getOrDefault(table, Map.of());
        String release = column.isEmpty()
                ? columns.values().stream()
                        .filter(any -> !any.isEmpty())
                        .min(Releases::compare)
                        .orElse("")
                : columns.getOrDefault(column, "");
        return release.isEmpty() ? "" : ", which came with release " + release;
    }

    /** Returns a sentence for every table and column that no known release has. */
    static List<String> unknown(Map<String, Relation> relations) {
        List<String> unknown = new ArrayList<>();
        for (Relation relation : relations.values()) {
            Map<String, String> columns = KNOWN.get(relation.name());
            if (columns == null) {
                if (!relation.name().equals("_prisma_migrations")) {
                    unknown.add("table " + Names.quoted(relation.name()) + " is not known and was not read");
                }
                continue;
            }
            relation.columns().keySet().stream()
                    .filter(column -> !columns.containsKey(column))
                    .forEach(column -> unknown.add("column " + Names.quoted(column) + " of table "
                            + Names.quoted(relation.name()) + " is not known and was not read"));
        }
        return unknown;
    }

    /** Returns the newest release that brought anything which is there. */
    static String newest(Map<String, Relation> relations) {
        return relations.values().stream()
                .flatMap(relation -> relation.columns().keySet().stream()
                        .map(column ->
                                KNOWN.getOrDefault(relation.name(), Map.of()).getOrDefault(column, "")))
                .filter(release -> !release.isEmpty())
                .max(Releases::compare)
                .orElse("v0.1.0");
    }

    private static int compare(String release, String other) {
        return Arrays.compare(numbers(release), numbers(other));
    }

    private static int[] numbers(String release) {
        return Arrays.stream(release.substring(1).split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
