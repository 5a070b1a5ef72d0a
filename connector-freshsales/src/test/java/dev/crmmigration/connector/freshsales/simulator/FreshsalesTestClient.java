package dev.crmmigration.connector.freshsales.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulated account on a standing clock, and a client of it that is none of ours. */
final class FreshsalesTestClient implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final String KEY = "a-key-of-the-account";

    // One for all tests: it has threads of its own and keeps connections per address.
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RunningSimulator simulator;
    private final Map<String, String> headers = new LinkedHashMap<>(Map.of(
            "authorization", "Token token=" + KEY, "accept", "application/json", "content-type", "application/json"));

    private FreshsalesTestClient(RunningSimulator simulator) {
        this.simulator = simulator;
    }

    /** Starts an account without limits; settings come in pairs of name and value. */
    static FreshsalesTestClient start(String... settings) {
        return start(options("off", settings));
    }

    /** Starts an account with limits. */
    static FreshsalesTestClient startLimited(String... settings) {
        return start(options("on", settings));
    }

    static FreshsalesTestClient start(SimulatorOptions.Builder options) {
        return new FreshsalesTestClient(new FreshsalesSimulator().start(options.build()));
    }

    static SimulatorOptions.Builder options(String limits, String... settings) {
        SimulatorOptions.Builder options = SimulatorOptions.builder()
                .token(KEY)
                .clock(SimulatorClock.standingAt(START))
                .setting("limits", limits);
        for (int i = 0; i < settings.length; i += 2) {
            options.setting(settings[i], settings[i + 1]);
        }
        return options;
    }

    /** Sends another header from now on; an empty value removes it. */
    FreshsalesTestClient header(String name, String value) {
        headers.remove(name);
        if (!value.isEmpty()) {
            headers.put(name, value);
        }
        return this;
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** Sends a request; single quotes in the body stand for double ones. */
    Answer send(String method, String path, String body) {
        return send(method, path, body.replace('\'', '"').getBytes(UTF_8));
    }

    /** Sends a body as it is. */
    Answer send(String method, String path, byte[] body) {
        try {
            return exchange(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer exchange(String method, String path, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url() + path));
        headers.forEach(request::header);
        request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Creates a record and returns its id. */
    long created(String path, String body) {
        Answer answer = post(path, body);
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.json().iterator().next().path("id").longValue();
    }

    /** Changes the account as a person would. */
    JsonNode edit(String change) {
        Answer answer = post("/__simulator/edit", change);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.json();
    }

    /** Returns the number of a row of a selector. */
    long selected(String selector, String name) {
        JsonNode rows = get("/api/selector/" + selector).json().iterator().next();
        for (JsonNode row : rows) {
            if (row.path("name").asText(row.path("display_name").asText()).equals(name)) {
                return row.path("id").longValue();
            }
        }
        throw new AssertionError("there is no " + name + " in " + selector);
    }

    /** Returns the number of a view. */
    long view(String plural, String name) {
        for (JsonNode view : get("/api/" + plural + "/filters").json().path("filters")) {
            if (view.path("name").asText().equals(name)) {
                return view.path("id").longValue();
            }
        }
        throw new AssertionError("there is no view " + name);
    }

    JsonNode state() {
        return get("/__simulator/state").json();
    }

    JsonNode ledger() {
        return get("/__simulator/ledger").json();
    }

    void advance(Duration step) {
        simulator.clock().advance(step);
    }

    RunningSimulator simulator() {
        return simulator;
    }

    @Override
    public void close() {
        simulator.close();
    }

    /** An answer, read to its end. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return Json.MAPPER.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + response.body(), e);
            }
        }

        /** Returns the record in its envelope. */
        JsonNode record() {
            return json().iterator().next();
        }

        /** Returns what the account says about a wrong request. */
        List<String> errors() {
            List<String> messages = new ArrayList<>();
            json().at("/errors/message").forEach(message -> messages.add(message.asText()));
            return messages;
        }
    }
}
