package dev.crmmigration.examples.cli;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The administrator of a simulated Freshsales account, who makes what Freshsales lets nobody make from outside. */
public final class FreshsalesAdmin {

    /** The text field for keys of the source, which no mapping names. */
    public static final String SOURCE_KEY = "Source key";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the settings of Freshsales call the types of the plan. */
    private static final Map<String, String> TYPES = Map.of(
            "TEXT", "text",
            "LONG_TEXT", "paragraph",
            "DATE", "date",
            "DECIMAL", "number",
            "INTEGER", "number",
            "CHOICE", "dropdown",
            "CHOICES", "multi_select_dropdown");

    private final URI simulator;

    public FreshsalesAdmin(URI simulator) {
        this.simulator = simulator;
    }

    public void addUser(String email) {
        add("users", JSON.createObjectNode().put("name", "Staff").put("email", email));
    }

    /** Adds it with unique values, as is asked for. */
    public void addSourceKey(String object) {
        addField(object, SOURCE_KEY, JSON.createObjectNode().put("type", "TEXT").put("unique", true));
    }

    /** Makes what a plan needs and the account lacks. */
    public void addWhatLacks(JsonNode plan) {
        for (JsonNode mapping : plan.path("mappings")) {
            mapping.path("parts").forEach(part -> part.path("schema").forEach(this::add));
        }
    }

    private void add(JsonNode element) {
        String label = element.path("label").asText();
        switch (element.path("kind").asText()) {
            case "FIELD" -> addField(element.path("object").asText(), label, element);
            case "STAGE" -> addStage(label, element.path("pipeline").asText());
            case "ACTIVITY_TYPE" -> addActivityType(label);
            default -> {} // then prepare goes on waiting for it
        }
    }

    private void addField(String object, String label, JsonNode element) {
        if (has(object + "_fields", "label", label)) {
            return;
        }
        ObjectNode field = JSON.createObjectNode().put("label", label);
        field.put("type", requireNonNull(TYPES.get(element.path("type").asText()), label));
        field.put("unique", element.path("unique").asBoolean()).set("choices", element.path("options"));
        add(object + "_fields", field);
    }

    private void addStage(String label, String pipeline) {
        if (has("deal_stages", "name", label)) {
            return;
        }
        ObjectNode stage = JSON.createObjectNode().put("name", label).put("forecast_type", "Open");
        stage.put("probability", 50).put("choice_type", 1).put("partial", true);
        stage.put("updated_at", "2026-03-02T12:00:00Z");
        all("deal_pipelines").stream()
                .filter(one -> one.path("name").asText().equals(pipeline))
                .forEach(one -> stage.set("deal_pipeline_id", one.path("id")));
        add("deal_stages", stage);
    }

    private void addActivityType(String label) {
        if (has("sales_activity_types", "name", label)) {
            return;
        }
        ObjectNode type = JSON.createObjectNode().put("name", label).put("internal_name", "cf_" + label);
        type.put("is_default", false).put("is_checkedin", false).put("show_in_conversation", true);
        add("sales_activity_types", type.put("partial", true));
    }

    private boolean has(String object, String member, String value) {
        return all(object).stream().anyMatch(one -> one.path(member).asText().equals(value));
    }

    private List<JsonNode> all(String object) {
        try (InputStream in =
                URI.create(simulator + "/__simulator/state").toURL().openStream()) {
            return StreamSupport.stream(JSON.readTree(in).path(object).spliterator(), false)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds something to the account by hand. */
    public void add(String object, JsonNode added) {
        ObjectNode edit = JSON.createObjectNode().put("object", object);
        edit.set("add", added);
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator + "/__simulator/edit"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(edit.toString()))
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
