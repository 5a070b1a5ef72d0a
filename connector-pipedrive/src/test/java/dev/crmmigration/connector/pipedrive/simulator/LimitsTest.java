package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static final String PERSON = "/api/v2/persons/1";

    @ParameterizedTest
    @CsvSource({"lite,20", "growth,40", "premium,100", "ultimate,120"})
    void refusesTheBurst_whenTheWindowOfThePlanIsFull(String plan, int burst) {
        try (PipedriveTestClient client = PipedriveTestClient.startLimited("plan", plan)) {
            for (int i = 0; i < burst; i++) {
                assertThat(client.get(PERSON).status()).isEqualTo(404);
            }

            Answer refused = client.get(PERSON);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("x-ratelimit-limit")).isEqualTo(Integer.toString(burst));
            assertThat(refused.header("x-ratelimit-remaining")).isEqualTo("0");
            assertThat(refused.header("x-ratelimit-reset")).isEqualTo("2");
            assertThat(client.ledger().path("violations").asInt()).isEqualTo(1);
        }
    }

    @Test
    void rollsTheWindow() {
        try (PipedriveTestClient client = PipedriveTestClient.startLimited("plan", "lite")) {
            client.get(PERSON);
            client.advance(Duration.ofMillis(1500));
            for (int i = 0; i < 19; i++) {
                client.get(PERSON);
            }
            assertThat(client.get(PERSON).status()).isEqualTo(429);

            client.advance(Duration.ofMillis(500));

            assertThat(client.get(PERSON).status()).isEqualTo(404);
            assertThat(client.get(PERSON).status()).isEqualTo(429);
        }
    }

    @Test
    void givesSearchesAWindowOfTheirOwn() {
        try (PipedriveTestClient client = PipedriveTestClient.startLimited()) {
            for (int i = 0; i < 10; i++) {
                assertThat(client.get("/api/v2/persons/search?term=robin").status())
                        .isEqualTo(200);
            }

            assertThat(client.get("/api/v2/persons/search?term=robin").status()).isEqualTo(429);
            assertThat(client.get(PERSON).status()).isEqualTo(404);
        }
    }

    @Test
    void refusesUntilMidnight_whenTheDayIsSpent() {
        try (PipedriveTestClient client = PipedriveTestClient.startLimited("dailyBudget", "12")) {
            assertThat(client.post("/api/v2/persons", "{'name':'A'}").status()).isEqualTo(200);
            assertThat(client.post("/api/v2/persons", "{'name':'B'}").status()).isEqualTo(200);

            Answer refused = client.post("/api/v2/persons", "{'name':'C'}");

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("x-ratelimit-remaining")).isEqualTo("38");
            assertThat(client.get(PERSON).status()).isEqualTo(200);

            client.advance(Duration.ofHours(15));

            assertThat(client.post("/api/v2/persons", "{'name':'C'}").status()).isEqualTo(200);
            assertThat(client.ledger().path("tokensPerDay").toString())
                    .isEqualTo("{\"2026-03-02\":11,\"2026-03-03\":5}");
        }
    }

    @Test
    void multipliesTheBudgetByPlanAndSeats() {
        try (PipedriveTestClient client =
                PipedriveTestClient.startLimited("plan", "premium", "seats", "3", "topUp", "1000")) {
            assertThat(client.ledger().path("dailyBudget").asLong()).isEqualTo(451_000);
        }
    }

    @Test
    void blocksTheClientForAMinute_whenItIgnoresRefusals() {
        try (PipedriveTestClient client = PipedriveTestClient.startLimited("plan", "lite")) {
            for (int i = 0; i < 30; i++) {
                client.get(PERSON);
            }

            Answer blocked = client.get(PERSON);

            assertThat(blocked.status()).isEqualTo(403);
            assertThat(blocked.header("content-type")).startsWith("text/html");
            assertThat(client.ledger().path("blocked").asInt()).isEqualTo(1);
            client.advance(Duration.ofMinutes(1));
            assertThat(client.get(PERSON).status()).isEqualTo(404);
        }
    }

    @Test
    void tellsWhatIsLeft_whenTheSwitchesSaySo() {
        try (PipedriveTestClient client = PipedriveTestClient.startLimited(
                "dailyHeaders", "on", "retryAfter", "on", "burstBody", "empty", "dailyBudget", "7")) {
            Answer first = client.post("/api/v2/persons", "{'name':'A'}");
            Answer refused = client.post("/api/v2/persons", "{'name':'B'}");

            assertThat(first.header("x-daily-ratelimit-token-limit")).isEqualTo("7");
            assertThat(first.header("x-daily-ratelimit-token-remaining")).isEqualTo("2");
            assertThat(refused.header("retry-after")).isEqualTo("54000");
            assertThat(refused.text()).isEmpty();
        }
    }

    @Test
    void chargesRefusedCalls_unlessTheSwitchSaysOtherwise() {
        try (PipedriveTestClient charging = PipedriveTestClient.startLimited();
                PipedriveTestClient lenient = PipedriveTestClient.startLimited("failedCallsCost", "off")) {
            charging.post("/api/v2/persons", "{}");
            lenient.post("/api/v2/persons", "{}");

            assertThat(charging.ledger().path("tokensToday").asInt()).isEqualTo(5);
            assertThat(lenient.ledger().path("tokensToday").asInt()).isZero();
        }
    }

    @Test
    void refusesNothingButCounts_whenLimitsAreOff() {
        try (PipedriveTestClient client = PipedriveTestClient.start("plan", "lite")) {
            for (int i = 0; i < 50; i++) {
                assertThat(client.get("/api/v2/persons").status()).isEqualTo(200);
            }

            assertThat(client.ledger().path("tokensToday").asInt()).isEqualTo(500);
            assertThat(client.ledger().path("requestsPerRoute").toString()).isEqualTo("{\"GET /api/v2/persons\":50}");
        }
    }
}
