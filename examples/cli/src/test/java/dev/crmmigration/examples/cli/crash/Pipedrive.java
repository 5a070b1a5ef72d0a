package dev.crmmigration.examples.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pipedrive: makes its own fields, and every record with a call. */
final class Pipedrive implements Platform {

    private static final List<String> FIELDS =
            List.of("personFields", "organizationFields", "dealFields", "activityFields");
    private static final String OBJECTS = "/(organizations|persons|deals|activities|notes)$";

    @Override
    public String name() {
        return "pipedrive";
    }

    @Override
    public String secret() {
        return "apiToken";
    }

    @Override
    public Map<String, String> simulated() {
        return Map.of();
    }

    @Override
    public Map<String, String> settings(String address) {
        return Map.of("baseUrl", address);
    }

    @Override
    public Map<String, String> impatient() {
        return Map.of();
    }

    @Override
    public String creates() {
        return OBJECTS;
    }

    @Override
    public String lists() {
        return OBJECTS;
    }

    @Override
    public void begin(URI simulator) {}

    @Override
    public void administer(URI simulator, JsonNode plan) {}

    @Override
    public List<String> records(JsonNode state) {
        Map<String, String> organizations = new LinkedHashMap<>();
        Map<String, String> persons = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (JsonNode record : state.path("organizations")) {
            lines.add("organization " + record.path("name").asText());
            organizations.put(record.path("id").asText(), record.path("name").asText());
        }
        for (JsonNode record : state.path("persons")) {
            String email = record.at("/emails/0/value").asText();
            lines.add("person " + email + " of "
                    + organizations.get(record.path("org_id").asText()));
            persons.put(record.path("id").asText(), email);
        }
        for (JsonNode record : state.path("deals")) {
            lines.add("deal " + record.path("title").asText() + " "
                    + record.path("value").asText() + " of "
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
        return lines;
    }

    @Override
    public int ownFields(JsonNode state) {
        int own = 0;
        for (String fields : FIELDS) {
            for (JsonNode field : state.path(fields)) {
                own += field.path("is_custom_field").asBoolean() ? 1 : 0;
            }
        }
        return own;
    }
}
