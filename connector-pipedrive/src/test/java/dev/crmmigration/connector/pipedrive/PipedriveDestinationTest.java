package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening an account, and closing it. */
class PipedriveDestinationTest {

    private final TestContext context = new TestContext(Clock.fixed(MockAccount.NOW, ZoneOffset.UTC));

    @Test
    void isFoundByItsPlatform() {
        assertThat(ServiceLoader.load(Destination.class))
                .filteredOn(destination -> destination.platform().equals("pipedrive"))
                .hasSize(1)
                .allSatisfy(destination -> assertThat(destination.settings())
                        .extracting(Setting::name)
                        .containsExactly(
                                "baseUrl",
                                "apiToken",
                                "oauthClientId",
                                "oauthClientSecret",
                                "oauthRefreshToken",
                                "oauthTokenFile",
                                "oauthAccessToken",
                                "oauthUrl",
                                "plan",
                                "seats",
                                "limits",
                                "headroom",
                                "dailyBudget",
                                "visibleAfter",
                                "concurrency",
                                "customFieldCap",
                                "openDealCap",
                                "visibleTo",
                                "maxFileBytes"));
    }

    @Test
    void namesAllThatIsWrong_butNotTheToken() {
        Settings settings = Settings.of("baseUrl", "http://acme.pipedrive.com")
                .with("plan", "gold")
                .with("seats", "0")
                .with("limits", "maybe")
                .with("headroom", "100")
                .with("visibleAfter", "soon")
                .with("concurrency", "many")
                .with("visibleTo", "nobody")
                .with("maxFileBytes", "25 MB")
                .secret("apiToken", "top secret");

        assertThatThrownBy(() -> new PipedriveDestination().open(settings, context))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        connector 'pipedrive' has 10 problem(s):
                         - setting 'baseUrl' must begin with https: the token would be sent in the clear
                         - setting 'apiToken' must be the token as Pipedrive shows it, without blanks
                         - setting 'plan' must be one of lite, growth, premium, ultimate but was 'gold'
                         - setting 'seats' must be a whole number from 1 to 100000 but was '0'
                         - setting 'limits' must be on or off but was 'maybe'
                         - setting 'headroom' must be a whole number from 0 to 90 but was '100'
                         - setting 'visibleAfter' must be an ISO duration such as PT5S but was 'soon'
                         - setting 'concurrency' must be a whole number from 1 to 64 but was 'many'
                         - setting 'visibleTo' must be one of account, owner, group, subgroups, everyone but was 'nobody'
                         - setting 'maxFileBytes' must be a whole number from 1 to 2147483647 but was '25 MB'""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.pipedrive.com",
                "ftp://acme.pipedrive.com",
                "https://acme.pipedrive.com/api/v2",
                "https://acme.pipedrive.com?api_token=x",
                "https://user@acme.pipedrive.com",
                "http://127.0.0.1.example.org",
                "https://",
                "not a url"
            })
    void refusesAnAddress(String baseUrl) {
        Settings settings = Settings.of("baseUrl", baseUrl).secret("apiToken", "token");

        assertThatThrownBy(() -> new PipedriveDestination().open(settings, context))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("setting 'baseUrl' must ");
    }

    @Test
    void opens_withASlashAtTheEnd() {
        try (MockAccount account = new MockAccount();
                DestinationSession session = account.open()) {
            assertThat(account.url()).endsWith("/");
            assertThat(session.catalog().account()).isEqualTo("pipedrive:4711");
        }
    }

    @Test
    void stops_whenTheTokenIsWrong() {
        try (SimulatedAccount account = SimulatedAccount.start()) {
            Settings settings =
                    Settings.of("baseUrl", account.simulator.url().toString()).secret("apiToken", "another-token");

            assertThatThrownBy(() -> new PipedriveDestination().open(settings, context))
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessage(
                            "GET /v1/users/me returned 401. Check that the setting apiToken is the present API token of"
                                    + " the user, and that the user may use the API.");
        }
    }

    @Test
    void stops_whenTheAccountIsNotPaid() {
        try (SimulatedAccount account = SimulatedAccount.start()) {
            account.inject("[{'action': '402'}]");
            Settings settings = Settings.of("baseUrl", account.simulator.url().toString())
                    .secret("apiToken", account.simulator.token());

            assertThatThrownBy(() -> new PipedriveDestination().open(settings, context))
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessage(
                            "GET /v1/users/me returned 402. The Pipedrive account is suspended or its trial is over."
                                    + " Ask its owner to pay.");
        }
    }

    @Test
    void mayBeTriedAgain_whenNobodyAnswers() {
        Settings settings = Settings.of("baseUrl", "http://127.0.0.1:1").secret("apiToken", "token");

        assertThatThrownBy(() -> new PipedriveDestination().open(settings, context))
                .isInstanceOfSatisfying(
                        RetryableConnectorException.class,
                        failure -> assertThat(failure.retryAfter()).contains(MockAccount.NOW.plusSeconds(5)))
                .hasMessage("GET /v1/users/me has to wait (OUTAGE). It is tried again.");
    }

    @Test
    void waitsForTheNextDay_whenTheBudgetIsGone() {
        try (SimulatedAccount account = SimulatedAccount.start()) {
            account.inject("[{'action': 'daily-429'}]");
            Settings settings = Settings.of("baseUrl", account.simulator.url().toString())
                    .secret("apiToken", account.simulator.token());

            assertThatThrownBy(() -> new PipedriveDestination().open(settings, context))
                    .isInstanceOfSatisfying(RetryableConnectorException.class, failure -> {
                        assertThat(failure.isBudgetGone()).isTrue();
                        assertThat(failure.retryAfter()).contains(Instant.parse("2026-03-03T00:00:00Z"));
                    });
        }
    }

    @Test
    void declaresWhatThePlanAllows_andChargesTheFirstCall() {
        try (MockAccount account = new MockAccount();
                DestinationSession session = account.open()) {
            assertThat(account.meter().declared).isEqualTo(session.pricing().allowances());
            assertThat(account.meter().spent("daily")).isEqualTo(2);
            assertThat(account.meter().spent("burst")).isEqualTo(1);
        }
    }

    @Test
    void tellsTheMeterTheServersDay_beforeItChargesTheFirstCall() {
        try (MockAccount account = new MockAccount();
                DestinationSession session = account.open()) {
            assertThat(session.pricing().allowances()).isNotEmpty();
            assertThat(account.meter().events).startsWith("declare", "serverTime 2026-03-02T22:30:00Z", "acquire");
        }
    }

    @Test
    void learnsWhatOthersHaveSpent_lessTheHeadroom() {
        try (SimulatedAccount account = SimulatedAccount.start("limits", "on", "dailyHeaders", "on")) {
            Settings settings = Settings.of("baseUrl", account.simulator.url().toString())
                    .with("headroom", "50")
                    .secret("apiToken", account.simulator.token());
            try (DestinationSession session = new PipedriveDestination().open(settings, context)) {
                session.catalog();
            }
            long left = 60_000 - account.tokensSpent();

            assertThat(context.onlyMeter().lessons).contains("daily " + (left - 30_000) + " ?");
        }
    }

    @ParameterizedTest
    @CsvSource({"lite,1,0,30000,20", "growth,3,0,180000,40", "premium,1,20,120000,100", "Ultimate,10,90,210000,120"})
    void knowsWhatAPlanAllows(String plan, String seats, String headroom, long daily, long burst) {
        try (MockAccount account = new MockAccount()) {
            Settings settings = Settings.of("baseUrl", account.url())
                    .with("plan", plan)
                    .with("seats", seats)
                    .with("headroom", headroom)
                    .secret("apiToken", "token");
            try (DestinationSession session = new PipedriveDestination().open(settings, account.context)) {
                assertThat(session.pricing().allowances())
                        .containsExactly(
                                Allowance.rolling("burst", burst, Duration.ofSeconds(2)),
                                Allowance.rolling("search", 10, Duration.ofSeconds(2)),
                                Allowance.daily("daily", daily));
            }
        }
    }

    @Test
    void limitsNothing_whenLimitsAreOff() {
        try (MockAccount account = new MockAccount()) {
            Settings settings =
                    Settings.of("baseUrl", account.url()).with("limits", "off").secret("apiToken", "token");
            try (DestinationSession session = new PipedriveDestination().open(settings, account.context)) {
                session.catalog();

                assertThat(session.pricing().allowances()).isEmpty();
                assertThat(account.meter().declared).isEmpty();
                assertThat(account.meter().spent("daily")).isZero();
            }
        }
    }

    @Test
    void leavesNoThread_whenItIsClosed() {
        try (MockAccount account = new MockAccount()) {
            String name = "crm-migration-http " + URI.create(account.url()).getAuthority();
            DestinationSession session = account.open();
            session.catalog();
            assertThat(threads()).contains(name);

            session.close();
            session.close();

            assertThat(threads()).doesNotContain(name);
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}
