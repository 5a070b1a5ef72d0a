package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.connector.pipedrive.simulator.TestJudge;
import dev.crmmigration.testkit.openapi.Exchange;
import dev.crmmigration.testkit.openapi.JudgingObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/** An account made of canned answers: the fields of an account, and for writes whatever a test queues. */
final class MockAccount implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final String DATE = "Mon, 02 Mar 2026 22:30:00 GMT";
    static final String TOKEN = "s3cr3t-token";

    final MockWebServer server = new MockWebServer();
    final Queue<MockResponse> answers = new ConcurrentLinkedQueue<>();
    final Queue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
    private final Optional<JudgingObserver> judge = TestJudge.ofAllRequests();
    final TestContext context;

    MockAccount() {
        this(new TestContext(Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    MockAccount(TestContext context) {
        this.context = context;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MockResponse answer(RecordedRequest request) {
        judge.ifPresent(present -> present.judgeRequest(exchange(request)));
        String path = request.getUrl().encodedPath();
        if (request.getMethod().equals("GET")) {
            String data = CANNED.get(path);
            if (data != null) {
                return json(200, "{\"success\":true,\"data\":" + data + "}");
            }
        }
        requests.add(request);
        MockResponse next = answers.poll();
        return next == null ? json(404, "{\"success\":false}") : next;
    }

    /** Describes a request for the judge. */
    static Exchange exchange(RecordedRequest request) {
        Map<String, String> query = new LinkedHashMap<>();
        HttpUrl url = request.getUrl();
        url.queryParameterNames().forEach(name -> query.put(name, String.valueOf(url.queryParameter(name))));
        ByteString body = request.getBody();
        return Exchange.request(
                request.getMethod(),
                "/" + String.join("/", url.pathSegments()),
                query,
                request.getHeaders().get("content-type"),
                body == null ? new byte[0] : body.toByteArray());
    }

    private static final Map<String, String> CANNED = Map.ofEntries(
            Map.entry("/v1/users/me", "{\"id\":7,\"company_id\":4711}"),
            Map.entry("/v1/users", """
                    [{"id":7,"email":"admin@example.org","active_flag":true},
                     {"id":8,"email":"gone@example.org","active_flag":false}]
                    """),
            Map.entry("/v1/currencies", "[{\"code\":\"EUR\",\"active_flag\":true},{\"code\":\"XXX\"}]"),
            Map.entry(
                    "/v1/activityTypes", "[{\"id\":1,\"key_string\":\"call\",\"name\":\"Call\",\"active_flag\":true}]"),
            Map.entry("/api/v2/pipelines", "[{\"id\":1,\"name\":\"Sales\"}]"),
            Map.entry("/api/v2/stages", "[{\"id\":3,\"name\":\"New\",\"pipeline_id\":1}]"),
            Map.entry("/api/v2/organizationFields", "[]"),
            Map.entry("/api/v2/dealFields", "[]"),
            Map.entry("/api/v2/productFields", "[]"),
            Map.entry("/api/v2/activityFields", """
                    [{"field_code":"priority","field_name":"Priority","field_type":"enum","is_custom_field":false,
                      "options":[{"id":32,"label":"Low"},{"id":33,"label":"High"}]}]
                    """),
            Map.entry("/v1/leadLabels", "[]"),
            Map.entry("/api/v2/personFields", """
                    [{"field_code":"name","field_name":"Name","field_type":"varchar","is_custom_field":false},
                     {"field_code":"label_ids","field_name":"Labels","field_type":"set","is_custom_field":false,
                      "options":[{"id":5,"label":"Hot"}]},
                     {"field_code":"c0ffee","field_name":"Size","field_type":"double","is_custom_field":true},
                     {"field_code":"f00d","field_name":"Colours","field_type":"set","is_custom_field":true,
                      "options":[{"id":11,"label":"Red"},{"id":12,"label":"Blue"}]},
                     {"field_code":"beef","field_name":"Picture","field_type":"picture","is_custom_field":true}]
                    """));

    /** Returns what a list of the account holds. */
    static String canned(String path) {
        return CANNED.getOrDefault(path, "[]");
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .addHeader("Date", DATE)
                .body(body)
                .build();
    }

    String url() {
        return server.url("/").toString();
    }

    DestinationSession open() {
        return open(settings());
    }

    Settings settings() {
        return Settings.of("baseUrl", url()).secret("apiToken", TOKEN);
    }

    DestinationSession open(Settings settings) {
        return new PipedriveDestination().open(settings, context);
    }

    RecordingMeter meter() {
        return context.meters().getOrDefault("pipedrive:4711", new RecordingMeter());
    }

    /** Answers a write with what is queued, and returns what the writer makes of it. */
    WriteOutcome create(MockResponse answer, String type, Map<String, ?> fields) {
        return write(
                answer,
                new Write.Create(SimulatedAccount.effect(type), ObjectType.of(type), SimulatedAccount.values(fields)));
    }

    WriteOutcome delete(MockResponse answer) {
        return write(answer, new Write.Delete(SimulatedAccount.effect("person"), RecordRef.of("person", "12")));
    }

    WriteOutcome write(MockResponse answer, Write write) {
        answers.add(answer);
        try (DestinationSession session = open()) {
            return session.writer().write(List.of(write)).get(0);
        }
    }

    /** Returns the only write that was received. */
    RecordedRequest onlyRequest() {
        if (requests.size() != 1) {
            throw new AssertionError("received " + requests.size() + " writes");
        }
        return requests.element();
    }

    String onlyBody() {
        ByteString body = onlyRequest().getBody();
        return body == null ? "" : body.utf8();
    }

    /** Fails the test if the connector sent what Pipedrive's documents do not know. */
    @Override
    public void close() {
        server.close();
        judge.ifPresent(JudgingObserver::requireConformity);
    }
}
