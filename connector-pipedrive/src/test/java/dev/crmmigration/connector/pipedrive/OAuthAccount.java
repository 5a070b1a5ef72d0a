package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.pipedrive.simulator.TestJudge;
import dev.crmmigration.testkit.openapi.JudgingObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A token server and an account that believes the last token that the server gave. */
final class OAuthAccount implements AutoCloseable {

    static final String CLIENT = "invented-app";
    static final String SECRET = "invented-s3cret";
    static final String REFRESH = "refresh-0";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));

    final MockWebServer tokenServer = new MockWebServer();
    final MockWebServer api = new MockWebServer();
    volatile Instant now = MockAccount.NOW;
    private final Optional<JudgingObserver> judge = TestJudge.ofAllRequests();
    final TestContext context = new TestContext(clock());
    final AtomicInteger given = new AtomicInteger();
    final AtomicInteger writes = new AtomicInteger();

    /** Answers of the token server in place of a token. */
    final Queue<MockResponse> refusals = new ConcurrentLinkedQueue<>();

    volatile String valid = "access-0";
    volatile String refresh = REFRESH;
    volatile boolean rotates;
    volatile String domain = "";
    volatile boolean isUninstalled;

    OAuthAccount() {
        tokenServer.setDispatcher(dispatcher(this::token));
        api.setDispatcher(dispatcher(this::account));
        try {
            tokenServer.start();
            api.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        domain = api.url("/").toString();
    }

    private Dispatcher dispatcher(Function<RecordedRequest, MockResponse> answer) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                judge.ifPresent(present -> present.judgeRequest(MockAccount.exchange(request)));
                return answer.apply(request);
            }
        };
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private synchronized MockResponse token(RecordedRequest request) {
        MockResponse refusal = refusals.poll();
        if (refusal != null) {
            return refusal;
        }
        String form = request.getBody() == null ? "" : request.getBody().utf8();
        if (!BASIC.equals(request.getHeaders().get("Authorization"))) {
            return MockAccount.json(401, "{\"success\":false,\"error\":\"invalid_client\"}");
        }
        if (!form.equals("grant_type=refresh_token&refresh_token=" + refresh)) {
            return MockAccount.json(
                    400, "{\"success\":false,\"error\":\"invalid_grant\",\"message\":\"" + refresh + "\"}");
        }
        valid = "access-" + given.incrementAndGet();
        refresh = rotates ? "refresh-" + given.get() : refresh;
        return MockAccount.json(
                200,
                "{\"access_token\":\"" + valid + "\",\"token_type\":\"bearer\",\"refresh_token\":\"" + refresh
                        + "\",\"expires_in\":3599,\"scope\":\"base\",\"api_domain\":\"" + domain + "\"}");
    }

    private MockResponse account(RecordedRequest request) {
        boolean isValid = ("Bearer " + valid).equals(request.getHeaders().get("Authorization"));
        if (isUninstalled || !isValid) {
            return MockAccount.json(401, "{\"success\":false,\"error\":\"unauthorized access\",\"errorCode\":401}");
        }
        if (request.getMethod().equals("POST")) {
            return MockAccount.json(
                    200, "{\"success\":true,\"data\":{\"id\":" + writes.incrementAndGet() + ",\"name\":\"Jane\"}}");
        }
        String data = MockAccount.canned(request.getUrl().encodedPath());
        return MockAccount.json(200, "{\"success\":true,\"data\":" + data + "}");
    }

    /** An access token expires on the server's side. */
    void expire() {
        valid = "nobody has it";
    }

    Settings settings() {
        return Settings.of("oauthUrl", tokenServer.url("/").toString())
                .with("oauthClientId", CLIENT)
                .secret("oauthClientSecret", SECRET)
                .secret("oauthRefreshToken", REFRESH);
    }

    DestinationSession open() {
        return open(settings());
    }

    DestinationSession open(Settings settings) {
        return new PipedriveDestination().open(settings, context);
    }

    static WriteOutcome write(DestinationSession session) {
        return session.writer()
                .write(List.of(new Write.Create(
                        SimulatedAccount.effect("person"),
                        ObjectType.of("person"),
                        SimulatedAccount.values(Map.of("name", "Jane")))))
                .get(0);
    }

    /** Fails the test if the connector sent what Pipedrive's documents do not know. */
    @Override
    public void close() {
        api.close();
        tokenServer.close();
        judge.ifPresent(JudgingObserver::requireConformity);
    }
}
