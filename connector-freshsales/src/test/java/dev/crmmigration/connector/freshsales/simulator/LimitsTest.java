package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.connector.freshsales.simulator.FreshsalesTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final String PROBE = "/api/selector/owners";

    private static Answer last(FreshsalesTestClient client, int calls) {
        Answer answer = client.get(PROBE);
        for (int i = 1; i < calls; i++) {
            answer = client.get(PROBE);
        }
        return answer;
    }

    @Test
    void refusesMoreCallsThanAnHourHas_withoutRetryAfter() {
        try (FreshsalesTestClient client = FreshsalesTestClient.startLimited("callsPerHour", "3")) {
            Answer last = last(client, 3);
            assertThat(last.status()).isEqualTo(200);
            assertThat(last.header("x-ratelimit-remaining")).isEqualTo("0");

            Answer refused = client.get("/api/contacts/filters");

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("retry-after")).isEmpty();
            assertThat(refused.header("x-ratelimit-reset")).isEqualTo("3600");
            assertThat(client.ledger().path("violations").asInt()).isEqualTo(1);
            client.advance(Duration.ofHours(1));
            assertThat(client.get(PROBE).status()).isEqualTo(200);
        }
    }

    @Test
    void beginsTheHourOnTheClock_orWithTheOldestCall() {
        try (FreshsalesTestClient clock = FreshsalesTestClient.startLimited("callsPerHour", "1");
                FreshsalesTestClient rolling =
                        FreshsalesTestClient.startLimited("callsPerHour", "1", "window", "rolling")) {
            clock.advance(Duration.ofMinutes(50));
            rolling.advance(Duration.ofMinutes(50));
            last(clock, 1);
            last(rolling, 1);
            clock.advance(Duration.ofMinutes(10));
            rolling.advance(Duration.ofMinutes(10));

            assertThat(clock.get(PROBE).status()).isEqualTo(200);
            assertThat(rolling.get(PROBE).status()).isEqualTo(429);
            rolling.advance(Duration.ofMinutes(50));
            assertThat(rolling.get(PROBE).status()).isEqualTo(200);
        }
    }

    @Test
    void refusesMoreCallsThanAMinuteHas() {
        try (FreshsalesTestClient client =
                FreshsalesTestClient.startLimited("callsPerMinute", "2", "rateReset", "epoch")) {
            Answer refused = last(client, 3);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("x-ratelimit-reset"))
                    .isEqualTo(Long.toString(
                            FreshsalesTestClient.START.plusSeconds(60).getEpochSecond()));
            client.advance(Duration.ofMinutes(1));
            assertThat(client.get(PROBE).status()).isEqualTo(200);
        }
    }

    @Test
    void knowsTheCallsOfThePlan() {
        try (FreshsalesTestClient strict = FreshsalesTestClient.startLimited("tenant", "strict");
                FreshsalesTestClient trial = FreshsalesTestClient.startLimited();
                FreshsalesTestClient pro = FreshsalesTestClient.startLimited("plan", "pro")) {
            assertThat(strict.ledger().path("hourlyLimit").asInt()).isEqualTo(1000);
            assertThat(trial.ledger().path("hourlyLimit").asInt()).isEqualTo(5000);
            assertThat(pro.ledger().path("hourlyLimit").asInt()).isEqualTo(2000);
        }
    }

    @Test
    void chargesCallsThatFail_butNotThoseOfTheControl() {
        try (FreshsalesTestClient client = FreshsalesTestClient.startLimited()) {
            client.get("/api/contacts/1");
            client.get("/api/nothing");
            client.state();

            assertThat(client.ledger().path("calls").asInt()).isEqualTo(2);
        }
    }
}
