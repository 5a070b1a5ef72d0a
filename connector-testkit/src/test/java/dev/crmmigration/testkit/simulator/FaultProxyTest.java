package dev.crmmigration.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private static final String REQUEST = "POST /1 HTTP/1.1\nContent-Length: 2\n\n{}";

    private final TestPlatform platform = new TestPlatform();
    private final SimulatorServer server =
            SimulatorServer.start("test", SimulatorOptions.builder().build(), platform);
    private final FaultProxy proxy = FaultProxy.before(server.url());

    @AfterEach
    void close() {
        proxy.close();
        server.close();
    }

    @Test
    void passesEverythingOn_untilItIsToldOtherwise() throws IOException {
        try (RawTestClient client = new RawTestClient(proxy.url())) {
            assertThat(client.send(REQUEST).receive()).endsWith("\n\n{}");
            assertThat(client.send("POST /2 HTTP/1.1\nTransfer-Encoding: chunked\n\n2\n[]\n0\n\n")
                            .receive())
                    .endsWith("\n\n[]");
            assertThat(client.send("HEAD /3 HTTP/1.1\nConnection: close\n\n").receive())
                    .contains("Content-Length: 26");
        }
        assertThat(proxy.exchanges()).isEqualTo(3);
    }

    @Test
    void hidesTheRequestFromTheServer_whenItResetsBefore() throws IOException {
        proxy.use(NetworkScript.only(2, NetworkFault.RESET_BEFORE_REQUEST));
        try (RawTestClient client = new RawTestClient(proxy.url())) {
            client.send(REQUEST).receive();

            assertThatThrownBy(() -> client.send(REQUEST).receive()).isInstanceOf(SocketException.class);
        }
        assertThat(platform.handled()).isEqualTo(1);
    }

    @Test
    void dropsTheAnswer_whenItResetsAfterwards() throws IOException {
        proxy.use(NetworkScript.every(1, NetworkFault.RESET_AFTER_ANSWER));
        try (RawTestClient client = new RawTestClient(proxy.url())) {
            assertThatThrownBy(() -> client.send(REQUEST).receive()).isInstanceOf(SocketException.class);
        }
        assertThat(platform.handled()).isEqualTo(1);
    }

    @Test
    void cutsTheAnswerShort() throws IOException {
        proxy.use((exchange, requestLine) ->
                requestLine.equals("POST /1 HTTP/1.1") ? NetworkFault.TRUNCATED : NetworkFault.NONE);
        try (RawTestClient client = new RawTestClient(proxy.url())) {
            String answer = client.send(REQUEST).receive();

            assertThat(answer).startsWith("HTTP/1.1 200 OK").doesNotContain("{}");
        }
        assertThat(platform.handled()).isEqualTo(1);
    }

    @Test
    void sendsAllOfASlowAnswer() throws IOException {
        proxy.use(NetworkScript.every(1, NetworkFault.slow(Duration.ofMillis(1))));
        try (RawTestClient client = new RawTestClient(proxy.url())) {
            assertThat(client.send(REQUEST).receive()).endsWith("\n\n{}");
        }
    }

    @Test
    void turnsClientsAway_untilItAcceptsThemAgain() throws IOException {
        proxy.refuse();
        assertThatThrownBy(() -> new RawTestClient(proxy.url())).isInstanceOf(ConnectException.class);

        proxy.accept();

        try (RawTestClient client = new RawTestClient(proxy.url())) {
            assertThat(client.send(REQUEST).receive()).endsWith("\n\n{}");
        }
    }
}
