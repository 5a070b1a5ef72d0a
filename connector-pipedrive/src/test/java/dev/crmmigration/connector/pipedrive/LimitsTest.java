package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What replies say about the limits, and what comes of it. */
class LimitsTest {

    private static final Map<String, Object> JANE = Map.of("name", "Jane");
    private static final String DONE = "{\"success\":true,\"data\":{\"id\":1,\"name\":\"Jane\"}}";
    private static final Instant MIDNIGHT = Instant.parse("2026-03-03T00:00:00Z");

    private final SimulatorClock clock = SimulatorClock.standingAt(MockAccount.NOW);
    private final MockAccount account = new MockAccount(new TestContext(clock));

    @AfterEach
    void close() {
        account.close();
    }

    private static MockResponse answer(int status, String body, String... headers) {
        MockResponse.Builder builder = MockAccount.json(status, body).newBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.addHeader(headers[i], headers[i + 1]);
        }
        return builder.build();
    }

    private static MockResponse block() {
        return new MockResponse.Builder()
                .code(403)
                .addHeader("Content-Type", "text/html")
                .body("<!DOCTYPE html><html>blocked</html>")
                .build();
    }

    @Test
    void learnsFromEveryReply_whatIsLeft() {
        account.create(
                answer(
                        200,
                        DONE,
                        "x-ratelimit-limit",
                        "40",
                        "x-ratelimit-remaining",
                        "13",
                        "x-ratelimit-reset",
                        "2",
                        "x-daily-ratelimit-token-remaining",
                        "777"),
                "person",
                JANE);

        assertThat(account.meter().lessons).containsExactly("burst 13 ?", "daily 777 ?");
    }

    @Test
    void doesNotStop_whenTheLastCallOfAWindowSucceeds() {
        account.create(answer(200, DONE, "x-ratelimit-remaining", "0"), "person", JANE);

        assertThat(account.meter().lessons).containsExactly("burst 1 ?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "x-ratelimit-remaining|0|x-ratelimit-reset|2|BURST|2026-03-02T09:00:02Z|burst 0 2026-03-02T22:30:02Z",
                "retry-after|7|x-ratelimit-reset|2|BURST|2026-03-02T09:00:07Z|burst 0 2026-03-02T22:30:07Z",
                "x-ratelimit-reset|0|a|b|BURST|2026-03-02T09:00:01Z|burst 0 2026-03-02T22:30:01Z",
                "a|b|c|d|BURST|2026-03-02T09:00:30Z|burst 0 2026-03-02T22:30:30Z",
                "x-ratelimit-remaining|5|x-ratelimit-reset|2|BUDGET|2026-03-03T00:00:00Z|daily 0 2026-03-03T00:00:00Z",
                "x-daily-ratelimit-token-remaining|0|x-ratelimit-remaining|0|BUDGET|2026-03-03T00:00:00Z"
                        + "|daily 0 2026-03-03T00:00:00Z",
                "x-daily-requests-left|0|x-ratelimit-remaining|0|BUDGET|2026-03-03T00:00:00Z"
                        + "|daily 0 2026-03-03T00:00:00Z",
                "retry-after|7200|a|b|BUDGET|2026-03-03T00:30:00Z|daily 0 2026-03-03T00:30:00Z",
                "retry-after|soon|x-ratelimit-reset|-3|BURST|2026-03-02T09:00:30Z|burst 0 2026-03-02T22:30:30Z",
            })
    void tellsAFullWindowFromADayThatIsGone(
            String header, String value, String other, String otherValue, Reason reason, Instant until, String lesson) {
        WriteOutcome outcome = account.create(answer(429, "", header, value, other, otherValue), "person", JANE);

        assertThat(outcome).isEqualTo(new WriteOutcome.Postponed(SimulatedAccount.effect("person"), until, reason));
        assertThat(account.meter().lessons).containsExactly(lesson);
    }

    @Test
    void keepsAwayLonger_whenTheGatewayBlocksAgain() {
        try (DestinationSession session = account.open()) {
            session.catalog();
            assertThat(blockedFor(session)).isEqualTo(Duration.ofMinutes(5));
            clock.advance(Duration.ofMinutes(2));
            assertThat(blockedFor(session)).as("the same block").isEqualTo(Duration.ofMinutes(3));
            for (int minutes : List.of(10, 20, 40, 60, 60)) {
                clock.advance(Duration.ofHours(1));
                assertThat(blockedFor(session)).isEqualTo(Duration.ofMinutes(minutes));
            }
            clock.advance(Duration.ofHours(3));
            assertThat(blockedFor(session)).as("another cause").isEqualTo(Duration.ofMinutes(5));
        }
    }

    private Duration blockedFor(DestinationSession session) {
        account.answers.add(block());
        WriteOutcome outcome = session.writer()
                .write(List.of(new Write.Create(
                        SimulatedAccount.effect("person"), ObjectType.of("person"), SimulatedAccount.values(JANE))))
                .get(0);
        assertThat(outcome).isInstanceOf(WriteOutcome.Postponed.class);
        WriteOutcome.Postponed postponed = (WriteOutcome.Postponed) outcome;
        assertThat(postponed.reason()).isEqualTo(Reason.BLOCKED);
        return Duration.between(clock.instant(), postponed.notBefore());
    }

    @Test
    void takesTheDailyBudgetOfTheSettings_lessTheHeadroom() {
        Settings settings = account.settings().with("dailyBudget", "1000000").with("headroom", "25");

        try (DestinationSession session = account.open(settings)) {
            assertThat(session.pricing().allowances()).contains(Allowance.daily("daily", 750_000));
        }
    }

    @ParameterizedTest
    @CsvSource({"dailyBudget,0", "dailyBudget,lots", "customFieldCap,-1", "openDealCap,any"})
    void refusesANumberThatIsNone(String setting, String value) {
        assertThatThrownBy(() -> account.open(account.settings().with(setting, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("setting '" + setting + "' must be a whole number from ");
    }

    @Test
    void parksUntilMidnight_whenTheMeterSaysSo() {
        try (DestinationSession session = account.open()) {
            session.catalog();
            account.meter().refuseUntil(MIDNIGHT);

            WriteOutcome outcome = session.writer()
                    .write(List.of(new Write.Create(
                            SimulatedAccount.effect("person"), ObjectType.of("person"), SimulatedAccount.values(JANE))))
                    .get(0);

            assertThat(outcome)
                    .isEqualTo(new WriteOutcome.Postponed(SimulatedAccount.effect("person"), MIDNIGHT, Reason.BUDGET));
            assertThat(account.requests).isEmpty();
        }
    }
}
