package dev.crmmigration.examples.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** What an account holds by its own state: a line per record that says whose it is and what it refers to, not its id. */
record Truth(Map<String, Long> records, int ownFields) {

    static Truth of(Platform platform, URI simulator) {
        JsonNode state = state(simulator);
        Map<String, Long> records = new TreeMap<>();
        platform.records(state).forEach(line -> records.merge(line, 1L, Long::sum));
        return new Truth(records, platform.ownFields(state));
    }

    static JsonNode state(URI simulator) {
        try (InputStream state =
                URI.create(simulator + "/__simulator/state").toURL().openStream()) {
            return new ObjectMapper().readTree(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns how many records are there more often than they should be, or should not be there at all. */
    long duplicates(Truth expected) {
        return surplus(records, expected.records);
    }

    /** Returns how many records are not there though they should be. */
    long lost(Truth expected) {
        return surplus(expected.records, records);
    }

    private static long surplus(Map<String, Long> of, Map<String, Long> over) {
        return of.entrySet().stream()
                .mapToLong(entry -> Math.max(0, entry.getValue() - over.getOrDefault(entry.getKey(), 0L)))
                .sum();
    }
}
