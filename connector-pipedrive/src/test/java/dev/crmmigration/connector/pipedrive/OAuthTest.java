package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveSimulator;
import dev.crmmigration.connector.pipedrive.simulator.TestJudge;
import dev.crmmigration.testkit.openapi.JudgingObserver;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in as an app: tokens that are got, expire, are refused. */
class OAuthTest {

    private final OAuthAccount account = new OAuthAccount();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void finds_theAccountThatTheTokenServerNames() {
        try (DestinationSession session = account.open()) {
            assertThat(session.catalog().account()).isEqualTo("pipedrive:4711");
            assertThat(account.given.get()).isEqualTo(1);
        }
    }

    @Test
    void goesToTheAddressOfTheSettings_ifThereIsOne() {
        account.domain = "https://elsewhere.example.com";
        Settings settings =
                account.settings().with("baseUrl", account.api.url("/").toString());

        try (DestinationSession session = account.open(settings)) {
            assertThat(OAuthAccount.write(session)).isInstanceOf(WriteOutcome.Written.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://acme.pipedrive.com", "https://acme.pipedrive.com/api", "ftp://acme.example"})
    void stops_whenItIsToldAnAddressThatNoTokenMayBeSentTo(String domain) {
        account.domain = domain;

        assertThatThrownBy(account::open)
                .isInstanceOf(FatalConnectorException.class)
                .hasMessage(
                        "POST /oauth/token names no address (api_domain) that a token may be sent to. Set baseUrl to"
                                + " the account's address.");
        assertThat(account.api.getRequestCount()).isZero();
    }

    @Test
    void usesTheGivenAccessToken_untilItIsRefused() {
        Settings settings = account.settings()
                .with("baseUrl", account.api.url("/").toString())
                .secret("oauthAccessToken", "access-0");

        try (DestinationSession session = account.open(settings)) {
            session.catalog();
            assertThat(account.given.get()).isZero();
            account.expire();

            assertThat(OAuthAccount.write(session)).isInstanceOf(WriteOutcome.Written.class);
            assertThat(account.given.get()).isEqualTo(1);
            assertThat(account.writes.get()).isEqualTo(1);
        }
    }

    @Test
    void renewsBeforeATokenExpires() {
        try (DestinationSession session = account.open()) {
            session.catalog();
            account.now = MockAccount.NOW.plus(Duration.ofMinutes(57));
            session.catalog();
            assertThat(account.given.get()).isEqualTo(1);

            account.now = MockAccount.NOW.plus(Duration.ofMinutes(58));
            session.catalog();
            assertThat(account.given.get()).isEqualTo(2);
        }
    }

    @Test
    void renewsOnce_whenManyCallsAreRefusedAtTheSameTime() {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (DestinationSession session = account.open()) {
            session.catalog();
            account.expire();

            List<CompletableFuture<WriteOutcome>> outcomes = IntStream.range(0, 64)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> OAuthAccount.write(session), threads))
                    .toList();

            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.join()).isInstanceOf(WriteOutcome.Written.class));
            assertThat(account.given.get()).isEqualTo(2);
            assertThat(account.writes.get()).isEqualTo(64);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void keepsARefreshTokenThatReplacesAnother() {
        account.rotates = true;
        try (DestinationSession session = account.open()) {
            session.catalog();
            account.expire();
            assertThat(OAuthAccount.write(session)).isInstanceOf(WriteOutcome.Written.class);
            account.expire();
            assertThat(OAuthAccount.write(session)).isInstanceOf(WriteOutcome.Written.class);
        }
        assertThat(account.refresh).isEqualTo("refresh-3");
    }

    @Test
    void goesOnInTheNextSession_withARefreshTokenFromTheFile() throws IOException {
        account.rotates = true;
        Path file = folder.resolve("refresh-token");
        Settings settings = account.settings().with("oauthTokenFile", file.toString());

        account.open(settings).close();
        account.open(settings).close();

        assertThat(account.refresh).isEqualTo("refresh-2");
        assertThat(Files.readAllLines(file)).hasSize(2).last().isEqualTo("refresh-2");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void forgetsTheFile_whenThePersonSetsAnotherRefreshToken() {
        account.rotates = true;
        Settings settings = account.settings()
                .with("oauthTokenFile", folder.resolve("refresh-token").toString());
        account.open(settings).close();
        account.refresh = "installed-again";

        assertThatThrownBy(() -> account.open(settings)).isInstanceOf(FatalConnectorException.class);
        account.open(settings.secret("oauthRefreshToken", "installed-again")).close();

        assertThat(account.refresh).isEqualTo("refresh-2");
    }

    @Test
    void refusesAFileThatCannotBeWritten_beforeATokenIsLost() {
        Settings settings = account.settings()
                .with("oauthTokenFile", folder.resolve("missing/file").toString());

        assertThatThrownBy(() -> account.open(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("setting 'oauthTokenFile' names a file that cannot be read and written"
                        + " (NoSuchFileException). Name one in a folder that is there");
        assertThat(account.given.get()).isZero();
    }

    @Test
    void livesThroughADay_atASimulatedAccount() {
        SimulatorClock clock = SimulatorClock.standingAt(MockAccount.NOW);
        Optional<JudgingObserver> judge = TestJudge.ofAllRequests();
        SimulatorOptions.Builder options =
                SimulatorOptions.builder().clock(clock).setting("auth", "oauth").setting("limits", "off");
        judge.ifPresent(options::observer);
        try (RunningSimulator simulator = new PipedriveSimulator().start(options.build())) {
            Settings settings = Settings.of("oauthUrl", simulator.url().toString())
                    .with("oauthClientId", "simulator-client")
                    .secret("oauthClientSecret", "simulator-secret")
                    .secret("oauthRefreshToken", "simulator-refresh-token");
            try (DestinationSession session = new PipedriveDestination().open(settings, new TestContext(clock))) {
                for (int hour = 0; hour < 24; hour++) {
                    assertThat(OAuthAccount.write(session)).isInstanceOf(WriteOutcome.Written.class);
                    clock.advance(Duration.ofHours(1));
                }
            }
        }
        judge.ifPresent(JudgingObserver::requireConformity);
    }

    @Test
    void stops_whenANewTokenIsRefusedAsWell() {
        try (DestinationSession session = account.open()) {
            session.catalog();
            account.isUninstalled = true;
            int before = account.api.getRequestCount();

            assertThatThrownBy(() -> OAuthAccount.write(session))
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessage(
                            "POST /api/v2/persons returned 401. A new access token was refused as well. Check that the app"
                                    + " is still installed in the account, and that the user who installed it may use the API.");
            assertThat(account.api.getRequestCount() - before).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oauthRefreshToken|400 (invalid_grant)|Install the app again and set oauthRefreshToken to its new token.",
                "oauthClientSecret|401 (invalid_client)|Check that oauthClientId and oauthClientSecret are those of the"
                        + " app.",
            })
    void stops_whenTheTokenServerRefuses_namingNoSecret(String setting, String said, String advice) {
        Settings settings = account.settings().secret(setting, "wr0ng");

        assertThatThrownBy(() -> account.open(settings))
                .isInstanceOf(FatalConnectorException.class)
                .hasMessageStartingWith("POST /oauth/token returned " + said + ". ")
                .hasMessageEndingWith(advice)
                .hasMessageNotContainingAny("wr0ng", OAuthAccount.SECRET, OAuthAccount.REFRESH);
    }

    @Test
    void stops_whenTheTokenServerIsNone() {
        account.refusals.add(MockAccount.json(200, "{\"hello\":\"world\"}"));
        assertThatThrownBy(account::open)
                .isInstanceOf(FatalConnectorException.class)
                .hasMessage(
                        "POST /oauth/token returned 200. The answer holds no access token. Check that oauthUrl is the"
                                + " address of Pipedrive's token server.");
        account.refusals.add(MockAccount.json(404, "{\"error\":\"A Person's Name\"}"));
        assertThatThrownBy(account::open)
                .isInstanceOf(FatalConnectorException.class)
                .hasMessageStartingWith("POST /oauth/token returned 404. Check oauthClientId,");
    }

    @ParameterizedTest
    @CsvSource({
        "429,,BURST,30",
        "429,7,BURST,7",
        "500,,OUTAGE,5",
        "503,60,OUTAGE,5",
        "408,,OUTAGE,5",
        "403,,BLOCKED,300",
    })
    void waits_whenTheTokenServerCannot(int status, String retryAfter, Reason reason, long seconds) {
        try (DestinationSession session = account.open()) {
            session.catalog();
            account.expire();
            MockResponse.Builder refusal =
                    new MockResponse.Builder().code(status).body("<html></html>");
            if (retryAfter != null) {
                refusal.addHeader("Retry-After", retryAfter);
            }
            account.refusals.add(refusal.build());

            assertThat(OAuthAccount.write(session))
                    .isEqualTo(new WriteOutcome.Postponed(
                            SimulatedAccount.effect("person"), MockAccount.NOW.plusSeconds(seconds), reason));
            assertThat(account.writes.get()).isZero();
            assertThat(OAuthAccount.write(session)).isInstanceOf(WriteOutcome.Written.class);
        }
    }

    @Test
    void mayBeTriedAgain_whenTheTokenServerIsOutOfReach() {
        account.tokenServer.close();

        assertThatThrownBy(account::open)
                .isInstanceOf(RetryableConnectorException.class)
                .hasMessage("GET /v1/users/me has to wait (OUTAGE). It is tried again.");
    }

    @ParameterizedTest
    @CsvSource({"lite,80", "growth,160", "premium,400", "ultimate,480"})
    void allowsFourTimesAsManyCalls(String plan, long burst) {
        try (DestinationSession session = account.open(account.settings().with("plan", plan))) {
            assertThat(session.pricing().allowances())
                    .contains(Allowance.rolling("burst", burst, Duration.ofSeconds(2)));
        }
    }

    @Test
    void chargesARepeatedCallTwice_andTokensNothing() {
        try (DestinationSession session = account.open()) {
            session.catalog();
            account.expire();
            long before = account.context.onlyMeter().spent("daily");

            OAuthAccount.write(session);

            assertThat(account.context.onlyMeter().spent("daily") - before).isEqualTo(2 * 5);
        }
    }

    @Test
    void leavesNoThread_whenItIsClosed() {
        String name = "crm-migration-http " + account.tokenServer.url("/").uri().getAuthority();
        DestinationSession session = account.open();
        session.catalog();

        session.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals(name));
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> account.open(Settings.of("oauthClientId", "app")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        connector 'pipedrive' has 2 problem(s):
                         - setting 'oauthClientSecret' is required but missing: OAuth takes 'oauthClientId', 'oauthClientSecret' and 'oauthRefreshToken'
                         - setting 'oauthRefreshToken' is required but missing: OAuth takes 'oauthClientId', 'oauthClientSecret' and 'oauthRefreshToken'""");
    }

    @Test
    void takesOneWayInOnly() {
        assertThatThrownBy(() -> account.open(account.settings().secret("apiToken", "token")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("settings 'apiToken' and 'oauth...' exclude each other: take one of them out");
        assertThatThrownBy(() -> account.open(Settings.of("baseUrl", "https://acme.pipedrive.com")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a way into the account is missing: set 'apiToken', or 'oauthClientId',"
                        + " 'oauthClientSecret' and 'oauthRefreshToken'");
        assertThatThrownBy(() -> account.open(Settings.none().secret("apiToken", "token")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("setting 'baseUrl' is required but missing");
    }

    @Test
    void sendsItsSecretsByHttpsOnly() {
        assertThatThrownBy(() -> account.open(account.settings().with("oauthUrl", "http://oauth.example.com")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("setting 'oauthUrl' must begin with https: the token would be sent in the clear");
    }
}
