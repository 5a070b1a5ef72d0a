package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    @Test
    void losesNothing_whenManyWriteAtOnce() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            List<Long> ids = IntStream.range(0, 400)
                    .parallel()
                    .mapToObj(i -> client.created("/api/v2/persons", "{'name':'Person " + i + "'}"))
                    .toList();

            JsonNode persons = client.state().path("persons");
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(persons.size()).isEqualTo(400);
            assertThat(persons.findValuesAsText("name")).doesNotHaveDuplicates();
            assertThat(client.ledger().path("tokensToday").asInt()).isEqualTo(2_000);
        }
    }

    @Test
    void letsNoMoreInThanTheWindowHolds_whenManyComeAtOnce() {
        try (PipedriveTestClient client = PipedriveTestClient.startLimited("blockAfter", "0")) {
            long answered = IntStream.range(0, 100)
                    .parallel()
                    .filter(i -> client.get("/v1/users/me").status() == 200)
                    .count();

            assertThat(answered).isEqualTo(40);
            assertThat(client.ledger().path("violations").asInt()).isEqualTo(60);
        }
    }
}
