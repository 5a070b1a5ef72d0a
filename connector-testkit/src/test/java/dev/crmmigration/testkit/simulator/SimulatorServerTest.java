package dev.crmmigration.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorServerTest {

    @TempDir
    private Path folder;

    private final TestPlatform platform = new TestPlatform();

    @Test
    void tellsItsOwnTimeAndACorrelationId() throws IOException {
        try (SimulatorServer server = start(options());
                RawTestClient client = new RawTestClient(server.url())) {
            String answer = client.send("GET /a%20b?x=1&y=%C3%A4+b HTTP/1.1\nHost: h\n\n")
                    .receive();

            assertThat(answer)
                    .startsWith("HTTP/1.1 200 OK\nDate: Fri, 02 Jan 2026 03:04:05 GMT\n")
                    .contains("\nx-correlation-id: ")
                    .endsWith("\n\n{\"path\":\"/a b\",\"query\":\"{x=1, y=\u00c3\u00a4 b}\"}");
        }
    }

    @Test
    void showsAnObserverWhatThePlatformAnswered_beforeAFaultChangedIt() throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        SimulatorOptions observed = options()
                .observer((request, reply) -> seen.add(request + " " + reply.status() + " " + reply.length()))
                .build();
        try (SimulatorServer server = SimulatorServer.start("test", observed, platform);
                RawTestClient client = new RawTestClient(server.url())) {
            client.send("POST /1 HTTP/1.1\nContent-Length: 7\n\n{\"a\":1}").receive();
            client.send("GET /__simulator/state HTTP/1.1\n\n").receive();
            server.inject(
                    FaultScript.parse("{\"rules\":[{\"action\":\"truncate\",\"nth\":1},{\"action\":\"status\"}]}"));
            String half = client.send("POST /2 HTTP/1.1\nContent-Length: 7\n\n{\"a\":2}")
                    .receive();
            client.send("GET /3 HTTP/1.1\n\n").receive();

            assertThat(half).endsWith("\n\n{\"a");
            assertThat(seen).containsExactly("POST /1 200 7", "POST /2 200 7");
        }
    }

    @Test
    void keepsTheConnection_untilTheClientWantsItClosed() throws IOException {
        try (SimulatorServer server = start(options());
                RawTestClient client = new RawTestClient(server.url())) {
            client.send("GET /1 HTTP/1.1\nHost: h\n\nGET /2 HTTP/1.1\nHost: h\nConnection: close\n\n");

            assertThat(client.receive()).contains("Connection: keep-alive").contains("\"/1\"");
            assertThat(client.receive()).contains("Connection: close").contains("\"/2\"");
            assertThat(client.isAtEnd()).isTrue();
        }
    }

    @Test
    void readsABodyInChunks() throws IOException {
        try (SimulatorServer server = start(options());
                RawTestClient client = new RawTestClient(server.url())) {
            client.send("POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n3;x=y\n{\"a\n4\n\":1}\n0\nTrailer: t\n\n");

            assertThat(client.receive()).endsWith("\n\n{\"a\":1}");
            assertThat(client.send("GET /2 HTTP/1.1\n\n").receive()).contains("\"/2\"");
        }
    }

    @Test
    void asksForTheBody_whenTheClientExpectsIt() throws IOException {
        try (SimulatorServer server = start(options());
                RawTestClient client = new RawTestClient(server.url())) {
            client.send("POST / HTTP/1.1\nContent-Length: 2\nExpect: 100-continue\n\n");

            assertThat(client.receive()).isEqualTo("HTTP/1.1 100 Continue\n\n");
            assertThat(client.send("{}").receive()).endsWith("\n\n{}");
        }
    }

    @Test
    void leavesTheBodyOut_whenOnlyTheHeadIsAskedFor() throws IOException {
        try (SimulatorServer server = start(options());
                RawTestClient client = new RawTestClient(server.url())) {
            String answer =
                    client.send("HEAD /1 HTTP/1.1\nConnection: close\n\n").receive();

            assertThat(answer).contains("Content-Length: 26").endsWith("\n\n");
        }
    }

    @Test
    void refusesWhatIsNoHttp() throws IOException {
        try (SimulatorServer server = start(options());
                RawTestClient client = new RawTestClient(server.url())) {
            assertThat(client.send("hello\n\n").receive()).startsWith("HTTP/1.1 400 Error");
            assertThat(client.isAtEnd()).isTrue();
        }
    }

    @Test
    void saysSo_whenThePlatformHasADefect() throws IOException {
        try (SimulatorServer server = start(options());
                RawTestClient client = new RawTestClient(server.url())) {
            assertThat(client.send("GET /broken HTTP/1.1\n\n").receive())
                    .startsWith("HTTP/1.1 599")
                    .contains("java.lang.IllegalStateException: a defect");
        }
    }

    @Test
    void resetsTheConnection_whenAFaultSaysSo() throws IOException {
        try (SimulatorServer server = start(options());
                RawTestClient client = new RawTestClient(server.url())) {
            server.inject(FaultScript.parse("[{\"action\":\"reset-after-commit\"}]"));

            assertThatThrownBy(() -> client.send("GET /1 HTTP/1.1\n\n").receive())
                    .isInstanceOf(SocketException.class);
            assertThat(platform.handled()).isEqualTo(1);
        }
    }

    @Test
    void showsAndAdvancesTheClock() throws IOException {
        try (SimulatorServer server = start(options());
                RawTestClient client = new RawTestClient(server.url())) {
            String now = control(client, "GET", "clock", "");
            String later = control(client, "POST", "clock", "{\"advance\":\"PT1H\"}");

            assertThat(now).endsWith("{\"now\":\"2026-01-02T03:04:05Z\",\"ahead\":\"PT0S\"}");
            assertThat(later).endsWith("{\"now\":\"2026-01-02T04:04:05Z\",\"ahead\":\"PT1H\"}");
            assertThat(server.clock().now()).isEqualTo(Instant.parse("2026-01-02T04:04:05Z"));
            assertThat(control(client, "POST", "clock", "{\"advance\":\"soon\"}"))
                    .startsWith("HTTP/1.1 400");
            assertThat(control(client, "POST", "clock", "{\"advance\":\"-PT1H\"}"))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void showsAndChangesTheState() throws IOException {
        try (SimulatorServer server = start(options());
                RawTestClient client = new RawTestClient(server.url())) {
            client.send("GET /1 HTTP/1.1\n\n").receive();

            assertThat(control(client, "GET", "state", "")).endsWith("{\"handled\":1}");
            assertThat(control(client, "GET", "ledger", "")).endsWith("{\"spent\":3,\"faults\":0}");
            assertThat(control(client, "POST", "edit", "{\"handled\":7}")).endsWith("{\"handled\":7}");
            assertThat(control(client, "POST", "reset", "")).endsWith("{\"done\":true}");
            assertThat(control(client, "GET", "state", "")).endsWith("{\"handled\":0}");
            assertThat(control(client, "GET", "unknown", "")).startsWith("HTTP/1.1 404");
            assertThat(control(client, "DELETE", "state", "")).startsWith("HTTP/1.1 405");
            assertThat(control(client, "POST", "edit", "{")).startsWith("HTTP/1.1 400");
            assertThat(control(client, "POST", "faults", "{\"rules\":7}")).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void logsOneLinePerRequestWithoutSecrets() throws IOException {
        Path log = folder.resolve("requests.jsonl");
        try (SimulatorServer server = start(options().logFile(log));
                RawTestClient client = new RawTestClient(server.url())) {
            server.inject(FaultScript.parse("[{\"nth\":2,\"action\":\"status\",\"status\":503}]"));
            client.send("POST /p?name=Robin HTTP/1.1\nx-api-token: secret\nContent-Length: 8\n\n{\"a\":11}")
                    .receive();
            client.send("GET /q HTTP/1.1\n\n").receive();
            control(client, "GET", "state", "");

            assertThat(log).content().isEqualTo("""
                            {"time":"2026-01-02T03:04:05Z","method":"POST","path":"/p","status":200,"cost":3}
                            {"time":"2026-01-02T03:04:05Z","method":"GET","path":"/q","status":503,"cost":0,"fault":"status"}
                            """);
        }
    }

    @Test
    void keepsTheStateInAFile() throws IOException {
        Path file = folder.resolve("state");
        try (SimulatorServer server = start(options().stateFile(file));
                RawTestClient client = new RawTestClient(server.url())) {
            client.send("GET /1 HTTP/1.1\n\n").receive();
            assertThat(control(client, "POST", "save", "")).endsWith("{\"done\":true}");
            assertThat(file).hasContent("1");
            client.send("GET /1 HTTP/1.1\n\n").receive();
        }
        platform.reset();

        start(options().stateFile(file)).close();

        assertThat(platform.handled()).isEqualTo(2);
    }

    @Test
    void readsFaultsFromAFile() throws IOException {
        Path faults = Files.writeString(folder.resolve("faults.json"), "[{\"action\":\"burst-429\"}]");
        try (SimulatorServer server = start(options().faultsFile(faults));
                RawTestClient client = new RawTestClient(server.url())) {
            assertThat(client.send("GET /1 HTTP/1.1\n\n").receive())
                    .startsWith("HTTP/1.1 418")
                    .endsWith("{\"reason\":\"BURST\"}");
        }
    }

    @Test
    void endsItsConnectionsAndThreads_whenItIsClosed() throws IOException {
        SimulatorServer server = start(options());
        try (RawTestClient client = new RawTestClient(server.url())) {
            client.send("GET /1 HTTP/1.1\n\n").receive();

            server.close();
            server.close();

            assertThat(client.isAtEnd()).isTrue();
            assertThatThrownBy(() ->
                            new Socket(server.url().getHost(), server.url().getPort()).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void refusesAPortThatIsTaken() {
        try (SimulatorServer server = start(options())) {
            int port = server.url().getPort();

            assertThatThrownBy(() -> start(options().port(port)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot listen on port " + port);
        }
    }

    private static String control(RawTestClient client, String method, String endpoint, String body)
            throws IOException {
        return client.send(method + " /__simulator/" + endpoint + " HTTP/1.1\nContent-Length: " + body.length() + "\n\n"
                        + body)
                .receive();
    }

    private SimulatorServer start(SimulatorOptions.Builder options) {
        return SimulatorServer.start("test", options.build(), platform);
    }

    private static SimulatorOptions.Builder options() {
        return SimulatorOptions.builder().clock(SimulatorClock.standingAt(Instant.parse("2026-01-02T03:04:05Z")));
    }
}
