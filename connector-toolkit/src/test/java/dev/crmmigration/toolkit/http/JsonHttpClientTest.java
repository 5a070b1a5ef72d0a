package dev.crmmigration.toolkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonHttpClientTest {

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private static final Secret TOKEN = Secret.of("t0ken");
    private static final HttpRequest GET = HttpRequest.of("GET", "/things");
    private static final HttpRequest POST = HttpRequest.of("POST", "/things").json(Map.of("name", "\u00e4"));
    private static final List<Cost> COSTS = List.of(new Cost("daily", 5));

    private final MockWebServer server = new MockWebServer();
    private final RecordedMeter meter = new RecordedMeter();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private JsonHttpClient client() {
        return client(HttpSettings.DEFAULT);
    }

    private JsonHttpClient client(HttpSettings settings) {
        return JsonHttpClient.open(server.url("/").uri(), Map.of("x-token", TOKEN), settings);
    }

    private static HttpSettings timeouts(Duration timeout) {
        return new HttpSettings(Optional.empty(), Optional.empty(), timeout, timeout);
    }

    private HttpReply send(HttpRequest request) {
        try (JsonHttpClient client = client()) {
            return client.exchange(request, COSTS, meter);
        }
    }

    @Test
    void sendsMethodPathQueryHeadersAndBody() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("{}").build());

        send(POST.query("a b", "c&d").query("e", "\u00e4"));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/things?a%20b=c%26d&e=%C3%A4");
        assertThat(request.getHeaders().get("x-token")).isEqualTo("t0ken");
        assertThat(request.getHeaders().get("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(String.valueOf(
                        request.getBody() == null ? "" : request.getBody().utf8()))
                .isEqualTo("{\"name\":\"\u00e4\"}");
    }

    @Test
    void sendsABodyWithADelete() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("{}").build());

        send(HttpRequest.of("DELETE", "/things").json(List.of(Map.of("id", 5L))));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("DELETE");
        assertThat(request.getBodySize()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 404, 408, 429, 500, 503})
    void answersEveryStatusOnce(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "/elsewhere")
                .addHeader("Retry-After", "0")
                .build());
        server.enqueue(new MockResponse.Builder().body("{}").build());

        HttpReply reply = send(POST);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        HttpReply.Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(status));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void readsHeadersBodyAndServerTime() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Date", "Mon, 02 Mar 2026 09:00:00 GMT")
                .addHeader("X-Left", "5")
                .addHeader("Content-Type", "application/json")
                .body("{\"a\":\"\u00e4\"}")
                .build());

        HttpReply.Answered answered = (HttpReply.Answered) send(GET);

        assertThat(answered.header("x-LEFT")).contains("5");
        assertThat(answered.isJson()).isTrue();
        assertThat(answered.object().flatMap(object -> object.text("a"))).contains("\u00e4");
        assertThat(answered.serverTime()).contains(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(meter.serverTimes).containsExactly(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(answered).hasToString("Answered[200]");
    }

    @Test
    void hasNoServerTime_whenTheDateIsMissingOrOdd() {
        server.enqueue(new MockResponse.Builder().addHeader("Date", "yesterday").build());
        server.enqueue(new MockResponse.Builder().build());

        assertThat(((HttpReply.Answered) send(GET)).serverTime()).isEmpty();
        assertThat(((HttpReply.Answered) send(GET)).serverTime()).isEmpty();
        assertThat(meter.serverTimes).isEmpty();
    }

    @Test
    void asksTheMeterFirst() {
        server.enqueue(new MockResponse.Builder().build());
        send(GET);

        assertThat(meter.acquired).containsExactly(COSTS);
    }

    @Test
    void sendsNothing_whenTheMeterRefuses() {
        Instant notBefore = Instant.parse("2026-03-03T00:00:00Z");
        meter.refusal = Optional.of(notBefore);

        assertThat(send(POST)).isEqualTo(new HttpReply.Refused(notBefore));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void sendsNothing_whenTheWaitForTheMeterIsInterrupted() {
        meter.interrupts = true;

        assertThat(send(POST)).isEqualTo(new HttpReply.NotSent("INTERRUPTED"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void isNotSent_whenNobodyListens() {
        server.close();

        assertThat(send(POST)).isEqualTo(new HttpReply.NotSent("CONNECTION_REFUSED"));
    }

    @Test
    void isNotSent_whenTheHostIsUnknown() {
        try (JsonHttpClient client =
                JsonHttpClient.open(URI.create("http://nobody.invalid"), Map.of(), HttpSettings.DEFAULT)) {
            assertThat(client.exchange(POST, COSTS, meter)).isEqualTo(new HttpReply.NotSent("DNS"));
        }
    }

    @Test
    void isNotSent_whenTheServerSpeaksNoTls() {
        try (JsonHttpClient client = JsonHttpClient.open(
                URI.create("https://127.0.0.1:" + server.getPort()), Map.of(), timeouts(Duration.ofSeconds(2)))) {
            assertThat(client.exchange(POST, COSTS, meter)).isInstanceOf(HttpReply.NotSent.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"onRequestStart", "onRequestBody", "onResponseStart", "onResponseBody"})
    void isLost_whenTheConnectionBreaksOnceTheRequestIsUnderWay(String moment) {
        MockResponse.Builder response = new MockResponse.Builder().body("{\"a\":1234567890}");
        SocketEffect effect = new SocketEffect.CloseSocket();
        switch (moment) {
            case "onRequestStart" -> response.onRequestStart(effect);
            case "onRequestBody" -> response.onRequestBody(effect);
            case "onResponseStart" -> response.onResponseStart(effect);
            default -> response.onResponseBody(effect);
        }
        server.enqueue(response.build());
        server.enqueue(new MockResponse.Builder().body("{}").build());

        assertThat(send(POST)).isInstanceOf(HttpReply.Lost.class);
    }

    @Test
    void isLost_whenTheAnswerNeverComes() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        try (JsonHttpClient client = client(timeouts(Duration.ofMillis(300)))) {
            assertThat(client.exchange(POST, COSTS, meter)).isEqualTo(new HttpReply.Lost("TIMEOUT"));
        }
    }

    @Test
    @Timeout(20)
    void isLostAtOnce_whenTheThreadIsInterrupted() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                arrived.countDown();
                released.await();
                return new MockResponse.Builder().build();
            }
        });
        CompletableFuture<HttpReply> reply = new CompletableFuture<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            HttpReply result = send(POST);
            flag.set(Thread.currentThread().isInterrupted());
            reply.complete(result);
        });
        caller.start();
        arrived.await();

        caller.interrupt();

        assertThat(reply.get(2, TimeUnit.SECONDS)).isEqualTo(new HttpReply.Lost("CANCELLED"));
        assertThat(flag).isTrue();
        released.countDown();
        caller.join();
    }

    @Test
    void callsThroughTheProxy_ifTheHostNamesOne() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("{}").build());
        HttpSettings settings = new HttpSettings(
                Optional.of(new FixedProxy(server.getPort())),
                Optional.empty(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
        try (JsonHttpClient client = JsonHttpClient.open(URI.create("http://crm.example.org"), Map.of(), settings)) {
            assertThat(client.exchange(GET, COSTS, meter)).isInstanceOf(HttpReply.Answered.class);
        }

        assertThat(server.takeRequest().getHeaders().get("Host")).isEqualTo("crm.example.org");
    }

    @Test
    void makesManyCallsAtOnce() throws Exception {
        int calls = 20;
        CountDownLatch together = new CountDownLatch(calls);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                together.countDown();
                boolean all = together.await(10, TimeUnit.SECONDS);
                return new MockResponse.Builder().code(all ? 200 : 500).build();
            }
        });
        try (JsonHttpClient client = client()) {
            List<CompletableFuture<HttpReply>> replies = IntStream.range(0, calls)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> client.exchange(GET, COSTS, meter), task -> new Thread(task).start()))
                    .toList();

            for (CompletableFuture<HttpReply> reply : replies) {
                assertThat(reply.get())
                        .isInstanceOfSatisfying(
                                HttpReply.Answered.class,
                                answered -> assertThat(answered.status()).isEqualTo(200));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"to ken", "t\u00f6ken", "token\n", "\u0000"})
    void refusesAHeaderThatCannotBeSent_withoutShowingIt(String token) {
        assertThatThrownBy(() -> JsonHttpClient.open(
                        URI.create("http://127.0.0.1"), Map.of("x-token", Secret.of(token)), HttpSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("header x-token may hold visible ASCII characters only");
    }

    @Test
    void refusesAnAddressThatIsNoUrl() {
        assertThatThrownBy(() -> JsonHttpClient.open(URI.create("ftp://x"), Map.of(), HttpSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the server's URL is not an http or https URL with a host");
    }

    @Test
    void leavesNoThread_whenItIsClosed() throws InterruptedException {
        String name = "crm-migration-http " + server.getHostName() + ":" + server.getPort();
        server.enqueue(new MockResponse.Builder().build());
        JsonHttpClient client = client();
        client.exchange(GET, COSTS, meter);
        List<Thread> threads = threads(name);
        assertThat(threads).isNotEmpty();

        client.close();
        client.close();

        // A thread has its last instructions left when the client knows that it has ended
        for (Thread thread : threads) {
            thread.join(AT_MOST.toMillis());
        }
        assertThat(threads(name)).isEmpty();
    }

    private static List<Thread> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .toList();
    }

    @Test
    void showsNeitherQueryNorBody() {
        assertThat(POST.query("q", "private")).hasToString("POST /things");
    }

    private static final class FixedProxy extends ProxySelector {

        private final int port;

        FixedProxy(int port) {
            this.port = port;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
