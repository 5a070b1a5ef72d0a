package dev.crmmigration.examples.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an account holds by its own state: a line per record that says whose it is and what it refers to, not its id. */
record Truth(Map<String, Long> records, int ownFields) {

    private static final List<String> FIELDS =
            List.of("personFields", "organizationFields", "dealFields", "activityFields");

    static Truth of(URI simulator) {
        return of(state(simulator));
    }

    static JsonNode state(URI simulator) {
        try (InputStream state =
                URI.create(simulator + "/__simulator/state").toURL().openStream()) {
            return new ObjectMapper().readTree(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Truth of(JsonNode state) {
        Map<String, String> organizations = new LinkedHashMap<>();
        Map<String, String> persons = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (JsonNode record : state.path("organizations")) {
            lines.add("organization " + record.path("name").asText());
            organizations.put(record.path("id").asText(), record.path("name").asText());
        }
        for (JsonNode record : state.path("persons")) {
            String email = record.at("/emails/0/value").asText();
            lines.add("person " + email + " of " + organizations.get(record.path("org_id").asText()));
            persons.put(record.path("id").asText(), email);
        }
        for (JsonNode record : state.path("deals")) {
            lines.add("deal " + record.path("title").asText() + " " + record.path("value").asText() + " of "
                    + persons.get(record.path("person_id").asText()));
        }
        for (JsonNode record : state.path("activities")) {
            lines.add("activity " + record.path("due_date").asText() + " of "
                    + persons.get(record.at("/participants/0/person_id").asText()));
        }
        for (JsonNode record : state.path("notes")) {
            lines.add("note " + record.path("content").asText() + " of "
                    + persons.get(record.path("person_id").asText()));
        }
        Map<String, Long> records = new TreeMap<>();
        lines.forEach(line -> records.merge(line, 1L, Long::sum));
        return new Truth(records, ownFields(state));
    }

    private static int ownFields(JsonNode state) {
        int own = 0;
        for (String fields : FIELDS) {
            for (JsonNode field : state.path(fields)) {
                own += field.path("is_custom_field").asBoolean() ? 1 : 0;
            }
        }
        return own;
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
