package dev.crmmigration.testkit.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.testkit.contract.ContractContext;
import dev.crmmigration.testkit.simulator.FaultProxy;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.NetworkFault;
import dev.crmmigration.testkit.simulator.NetworkScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import dev.crmmigration.testkit.simulator.SimulatorServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong between a client and a platform, said in advance; and time that passes when a test wants it to. */
class AcmeFaultsTest {

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-03-02T09:00:00Z"));
    private final RunningSimulator simulator = SimulatorServer.start(
            "acme", SimulatorOptions.builder().clock(clock).build(), new AcmePlatform());
    private final FaultProxy network = FaultProxy.before(simulator.url());

    @AfterEach
    void close() {
        network.close();
        simulator.close();
    }

    @Test
    void doesTheWriteAndAnswersWithAnError_whenTheScriptSaysSo() throws IOException, InterruptedException {
        simulator.inject(FaultScript.parse(
                "[{'method': 'POST', 'nth': 1, 'action': 'status-after-commit'}]".replace('\'', '"')));

        assertThat(send("POST", simulator.url())).startsWith("503");
        assertThat(send("GET", simulator.url())).isEqualTo("200 {\"records\":1}");
    }

    @Test
    void losesTheAnswer_whenTheNetworkIsToldTo() throws IOException, InterruptedException {
        network.use(NetworkScript.only(1, NetworkFault.RESET_AFTER_ANSWER));

        assertThatThrownBy(() -> send("POST", network.url())).isInstanceOf(IOException.class);
        assertThat(send("GET", network.url())).isEqualTo("200 {\"records\":1}");
    }

    @Test
    void waitsWithoutWaiting() throws InterruptedException {
        ContractContext context = ContractContext.on(clock);

        context.sleepUntil(context.clock().instant().plus(Duration.ofHours(3)));

        assertThat(simulator.clock().now()).isEqualTo("2026-03-02T12:00:00Z");
    }

    private static String send(String method, URI server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/records"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
