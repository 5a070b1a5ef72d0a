package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.testkit.openapi.JudgingObserver;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A simulated account on a standing clock, and a client of it that is none of ours. */
final class PipedriveTestClient implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

    // One for all tests: it has threads of its own and keeps connections per address.
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RunningSimulator simulator;
    private final Map<String, String> headers = new LinkedHashMap<>(Map.of("x-api-token", TOKEN));
    private final Optional<JudgingObserver> judge;

    private PipedriveTestClient(RunningSimulator simulator, Optional<JudgingObserver> judge) {
        this.simulator = simulator;
        this.judge = judge;
    }

    /** Starts an account without limits; settings come in pairs of name and value. */
    static PipedriveTestClient start(String... settings) {
        return start(options("limits", "off", settings));
    }

    /** Starts an account with limits. */
    static PipedriveTestClient startLimited(String... settings) {
        return start(options("limits", "on", settings));
    }

    static PipedriveTestClient start(SimulatorOptions.Builder options) {
        Optional<JudgingObserver> judge = TestJudge.ofAccepted();
        judge.ifPresent(options::observer);
        return new PipedriveTestClient(new PipedriveSimulator().start(options.build()), judge);
    }

    /** Starts an account without limits whose exchanges are judged by another judge than usual. */
    static PipedriveTestClient startJudgedBy(JudgingObserver judge, String... settings) {
        SimulatorOptions.Builder options = options("limits", "off", settings).observer(judge);
        return new PipedriveTestClient(new PipedriveSimulator().start(options.build()), Optional.of(judge));
    }

    static SimulatorOptions.Builder options(String name, String value, String... settings) {
        SimulatorOptions.Builder options = SimulatorOptions.builder()
                .token(TOKEN)
                .clock(SimulatorClock.standingAt(START))
                .setting(name, value);
        for (int i = 0; i < settings.length; i += 2) {
            options.setting(settings[i], settings[i + 1]);
        }
        return options;
    }

    /** Sends another header from now on; an empty value removes it. */
    PipedriveTestClient header(String name, String value) {
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

    Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    Answer send(String method, String path, String body) {
        try {
            return exchange(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request; single quotes in the body stand for double ones. */
    Answer exchange(String method, String path, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url() + path));
        headers.forEach(request::header);
        if (!headers.containsKey("content-type")) {
            request.header("content-type", "application/json");
        }
        request.method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')));
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a body of another kind than JSON as it is. */
    Answer send(String method, String path, String contentType, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url() + path));
        headers.forEach(request::header);
        request.setHeader("content-type", contentType);
        request.method(method, BodyPublishers.ofByteArray(body));
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form. */
    Answer form(String method, String path, String form) {
        return send(method, path, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    /** Gets the bytes of an answer that is no text. */
    byte[] download(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url() + path));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        return answer.json().path("data").path("id").asLong();
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

    /** Fails the test if an accepted exchange was not as Pipedrive's documents say. */
    @Override
    public void close() {
        simulator.close();
        judge.ifPresent(JudgingObserver::requireConformity);
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

        JsonNode data() {
            return json().path("data");
        }

        String error() {
            return json().path("error").asText("");
        }

        String code() {
            return json().path("code").asText("");
        }
    }
}
