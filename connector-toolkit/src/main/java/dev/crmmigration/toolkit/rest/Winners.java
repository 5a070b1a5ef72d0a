package dev.crmmigration.toolkit.rest;

import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Of rows that came several times, since they changed while they were read or since the last reading, keeps the newest. Holds a few
 * numbers for each row.
 */
final class Winners {

    private static final String UPDATED = "updated_at";

    private final CollectionSpec collection;
    private final Map<Long, Seen> byKey = new HashMap<>();
    private final BitSet kept = new BitSet();
    private int lines;

    /** The row that counts so far. */
    private record Seen(int line, Instant updated, long content, boolean isNew) {}

    Winners(CollectionSpec collection) {
        this.collection = collection;
    }

    /**
     * Writes the rows that count, in the order in which they came.
     *
     * @param before what was read earlier; may not exist
     * @param parts what was read now
     * @return how many rows are left, deleted ones included
     * @throws FatalConnectorException if one row came with different contents and the same time of change
     */
    static long write(CollectionSpec collection, Path before, List<Path> parts, Path file) throws IOException {
        Winners winners = new Winners(collection);
        if (Files.exists(before)) {
            winners.see(before, false);
        }
        for (Path part : parts) {
            winners.see(part, true);
        }
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
            int line = Files.exists(before) ? winners.copy(before, 0, out) : 0;
            for (Path part : parts) {
                line = winners.copy(part, line, out);
            }
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return winners.kept.cardinality();
    }

    private void see(Path file, boolean isNew) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                see(JsonObject.parse(line).orElse(JsonObject.EMPTY), line, isNew);
            }
        }
    }

    private void see(JsonObject row, String text, boolean isNew) {
        int line = lines++;
        String key =
                collection.key().stream().map(field -> row.id(field).orElse("")).collect(Collectors.joining("\n"));
        boolean isKeyed =
                collection.key().stream().allMatch(field -> row.id(field).isPresent());
        if (!isKeyed) {
            kept.set(line);
            return;
        }
        Instant updated = row.text(UPDATED).flatMap(ListPage::moment).orElse(Instant.MIN);
        Seen now = new Seen(line, updated, number(text), isNew);
        Seen other = byKey.get(number(key));
        if (other == null || !other.updated().isAfter(updated)) {
            if (other != null) {
                check(other, now);
                kept.clear(other.line());
            }
            kept.set(line);
            byKey.put(number(key), now);
        }
    }

    private void check(Seen one, Seen other) {
        boolean isSameTime =
                one.updated().equals(other.updated()) && !one.updated().equals(Instant.MIN);
        if (one.isNew() && other.isNew() && isSameTime && one.content() != other.content()) {
            throw new FatalConnectorException("the list /v1/" + collection.name()
                    + " gave one row twice, changed at the same time and yet different. Extract again;"
                    + " if that stays, tell the platform's support");
        }
    }

    private int copy(Path file, int first, Writer out) throws IOException {
        int line = first;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                if (kept.get(line++)) {
                    out.write(text);
                    out.write('\n');
                }
            }
        }
        return line;
    }

    /** Returns a number that two different texts do not share. */
    private static long number(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
