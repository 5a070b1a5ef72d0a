package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private static final int CLIENTS = 8;
    private static final int CALLS = 20;

    @Test
    void takesOneOfManyEqualContacts_andCountsEveryCall() {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (FreshsalesTestClient client = FreshsalesTestClient.startLimited()) {
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(CompletableFuture.runAsync(
                        () -> {
                            for (int call = 0; call < CALLS; call++) {
                                client.post("/api/contacts", "{'emails':'c" + call + "@one.example'}");
                            }
                        },
                        threads));
            }
            clients.forEach(CompletableFuture::join);

            assertThat(client.state().path("contacts")).hasSize(CALLS);
            assertThat(client.ledger().path("calls").asInt()).isEqualTo(CLIENTS * CALLS);
        } finally {
            threads.shutdown();
        }
    }
}
