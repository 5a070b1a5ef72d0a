package dev.crmmigration.toolkit.rest;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** An API that answers as a test says, to a reader that waits without time passing. */
final class ScriptedApi implements AutoCloseable, ConnectorContext, Meter {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final MockWebServer server = new MockWebServer();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());

    /** @param answers what is answered to a request line such as {@code /v1/clients?limit=2} */
    ScriptedApi(Function<String, MockResponse> answers) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(request.getTarget());
                return request.getTarget().equals("/v1/meta")
                        ? json("{\"workspace\":{\"id\":\"w\"},\"time_zone\":\"UTC\",\"collections\":{\"clients\":3}}")
                        : answers.apply(request.getTarget());
            }
        });
        server.start();
    }

    static MockResponse json(String body) {
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse status(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    RestMirror open(Path spool, int pageSize) {
        URI base = URI.create("http://" + server.getHostName() + ":" + server.getPort());
        RestAccess access = new RestAccess(base, Secret.of("t"), "cursor", pageSize, 2, 100, Optional.of(spool));
        RestBundle bundle = new RestBundle(
                "test", "test-export", List.of(CollectionSpec.of("clients", List.of("client_id"))), List.of());
        return RestMirror.open(access, bundle, this);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public Clock clock() {
        return Clock.fixed(START, ZoneOffset.UTC);
    }

    @Override
    public void sleepUntil(Instant moment) {
        waits.add(Duration.between(START, moment));
    }

    @Override
    public Meter meter(String account) {
        return this;
    }

    @Override
    public HttpSettings http() {
        return HttpSettings.DEFAULT;
    }

    @Override
    public void declare(List<Allowance> allowances) {}

    @Override
    public Optional<Instant> acquire(List<Cost> costs) {
        return Optional.empty();
    }

    @Override
    public void learn(String allowance, long remaining, Optional<Instant> resetsAt, Instant serverTime) {}

    @Override
    public void serverTime(Instant now) {}
}
