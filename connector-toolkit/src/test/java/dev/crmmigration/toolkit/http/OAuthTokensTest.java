package dev.crmmigration.toolkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tokens of an app: got, kept, renewed. */
class OAuthTokensTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final MockWebServer server = new MockWebServer();
    private volatile Instant now = START;
    private final List<Secret> kept = new CopyOnWriteArrayList<>();
    private JsonHttpClient client;
    private OAuthTokens tokens;

    @BeforeEach
    void start() throws IOException {
        server.start();
        URI url = server.url("/").uri();
        client = JsonHttpClient.open(
                URI.create("http://127.0.0.1:1"), Map.of("x-own", Secret.of("own")), HttpSettings.DEFAULT);
        OAuthApp app = new OAuthApp(url, "/oauth/token", "app", Secret.of("app-s3cret"));
        tokens = new OAuthTokens(client, app, Secret.of("refresh & more"), kept::add, clock());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
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

    private static MockResponse grant(String access, String more) {
        return new MockResponse.Builder()
                .body("{\"access_token\":\"" + access + "\",\"token_type\":\"bearer\"" + more + "}")
                .build();
    }

    private static String access(TokenReply reply) {
        return reply.match(token -> token.access().reveal(), failed -> "failed: " + failed.reply());
    }

    @Test
    void asksAsTheApp_withTheRefreshToken() throws InterruptedException {
        server.enqueue(grant("a1", ""));

        assertThat(access(tokens.token())).isEqualTo("a1");

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /oauth/token HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Basic YXBwOmFwcC1zM2NyZXQ=");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.getHeaders().get("x-own")).isNull();
        assertThat(request.getBody().utf8()).isEqualTo("grant_type=refresh_token&refresh_token=refresh+%26+more");
    }

    @Test
    void keepsAToken_untilShortlyBeforeItExpires() {
        server.enqueue(grant("a1", ",\"expires_in\":3599"));
        server.enqueue(grant("a2", ",\"expires_in\":3599"));

        assertThat(access(tokens.token())).isEqualTo("a1");
        now = START.plusSeconds(3599 - 121);
        assertThat(access(tokens.token())).isEqualTo("a1");
        now = START.plusSeconds(3599 - 120);
        assertThat(access(tokens.token())).isEqualTo("a2");
    }

    @Test
    void doesNotAskAllTheTime_whenTokensLiveShortly() {
        server.enqueue(grant("a1", ",\"expires_in\":60"));

        assertThat(access(tokens.token())).isEqualTo("a1");
        now = START.plusSeconds(29);
        assertThat(access(tokens.token())).isEqualTo("a1");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void usesTheNewRefreshToken_ifThereIsOne() throws InterruptedException {
        server.enqueue(grant("a1", ",\"refresh_token\":\"r2\""));
        server.enqueue(grant("a2", ""));
        server.enqueue(grant("a3", ""));
        access(tokens.token());
        access(tokens.tokenAfter(Secret.of("a1")));

        assertThat(access(tokens.tokenAfter(Secret.of("a2")))).isEqualTo("a3");

        assertThat(kept).containsExactly(Secret.of("r2"));
        server.takeRequest();
        assertThat(server.takeRequest().getBody().utf8()).endsWith("refresh_token=r2");
        assertThat(server.takeRequest().getBody().utf8()).endsWith("refresh_token=r2");
    }

    @Test
    void usesAGivenAccessToken_untilItIsRefused() {
        server.enqueue(grant("a2", ""));
        tokens.startingWith(Secret.of("a1"));

        assertThat(access(tokens.token())).isEqualTo("a1");
        assertThat(server.getRequestCount()).isZero();
        assertThat(access(tokens.tokenAfter(Secret.of("a1")))).isEqualTo("a2");
        assertThat(access(tokens.tokenAfter(Secret.of("a1")))).isEqualTo("a2");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void saysWhatBecameOfTheRequest_whenThereIsNoToken() {
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .body("{\"error\":\"invalid_grant\"}")
                .build());
        server.enqueue(new MockResponse.Builder().body("{\"hello\":1}").build());
        server.enqueue(grant("tab\\there", ""));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(grant("a1", ""));

        assertThat(access(tokens.token())).isEqualTo("failed: Answered[400]");
        assertThat(access(tokens.token())).isEqualTo("failed: Answered[200]");
        assertThat(access(tokens.token())).isEqualTo("failed: Answered[200]");
        assertThat(access(tokens.token())).startsWith("failed: Lost[");
        assertThat(access(tokens.token())).isEqualTo("a1");
    }

    @Test
    @Timeout(20)
    void asksOnce_howeverManyThreadsNeedIt() {
        server.enqueue(grant("a2", ""));
        tokens.startingWith(Secret.of("a1"));

        assertThat(atOnce(24)).containsOnly("a2");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    @Timeout(20)
    void sharesAFailure_withAllThatWaitedForIt() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                arrived.countDown();
                answer.await();
                return new MockResponse.Builder().code(503).build();
            }
        });
        CompletableFuture<TokenReply> first = CompletableFuture.supplyAsync(tokens::token);
        arrived.await();
        Thread waiting = new Thread(() -> tokens.token());
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        answer.countDown();
        waiting.join();

        assertThat(access(first.join())).isEqualTo("failed: Answered[503]");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    @Timeout(20)
    void givesUp_whenItIsInterruptedWhileItWaits() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                arrived.countDown();
                answer.await();
                return grant("a1", "");
            }
        });
        CompletableFuture<TokenReply> first = CompletableFuture.supplyAsync(tokens::token);
        arrived.await();
        List<String> second = new CopyOnWriteArrayList<>();
        Thread waiting = new Thread(() -> second.add(access(tokens.token())));
        waiting.start();
        waiting.interrupt();
        waiting.join();
        answer.countDown();

        assertThat(second).containsExactly("failed: NotSent[cause=INTERRUPTED]");
        assertThat(access(first.join())).isEqualTo("a1");
    }

    @Test
    void showsNoSecret() {
        server.enqueue(grant("a1", ",\"refresh_token\":\"r2\""));
        TokenReply reply = tokens.token();
        OAuthApp app = new OAuthApp(server.url("/").uri(), "/oauth/token", "app", Secret.of("app-s3cret"));
        HttpRequest request =
                HttpRequest.of("POST", "/x").header("a", Secret.of("hidden")).form(Map.of("b", Secret.of("hidden")));

        assertThat(Stream.of(reply, app, request, request.content(), tokens).map(String::valueOf))
                .noneMatch(text -> text.contains("a1")
                        || text.contains("r2")
                        || text.contains("app-s3cret")
                        || text.contains("hidden")
                        || text.contains("refresh & more"));
    }

    private List<String> atOnce(int threads) {
        CountDownLatch ready = new CountDownLatch(threads);
        List<CompletableFuture<String>> all = IntStream.range(0, threads)
                .mapToObj(i -> {
                    CompletableFuture<String> result = new CompletableFuture<>();
                    new Thread(() -> {
                                ready.countDown();
                                try {
                                    ready.await();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                result.complete(access(tokens.tokenAfter(Secret.of("a1"))));
                            })
                            .start();
                    return result;
                })
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }
}
