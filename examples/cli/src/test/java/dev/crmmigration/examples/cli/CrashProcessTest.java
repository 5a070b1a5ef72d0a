package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.examples.cli.WatchingProxy.Moment;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed, stopped, and told lies about its writes; in the end each record is there once. */
class CrashProcessTest {

    private static final String TOKEN = "token-of-the-crash-test-90ae";
    private static final int SIGKILL = 137;
    private static final int SIGTERM = 143;
    private static final List<Integer> MOMENTS = List.of(1, 2, 3, 5, 8, 4, 6, 7, 9, 10);

    @TempDir
    private Path folder;

    private RunningSimulator account;
    private WatchingProxy proxy;
    private Shell shell;
    private MigrateJar jar;

    @BeforeAll
    static void needTheJar() {
        MigrateJar.path();
    }

    @BeforeEach
    void prepareAMigration() {
        account = Simulator.of("pipedrive")
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .token(TOKEN)
                        .setting("limits", "off")
                        .build());
        proxy = new WatchingProxy(account.url());
        shell = new Shell(folder).set("PIPEDRIVE_API_TOKEN", TOKEN).config("""
                {"workspace": "work",
                 "source": {"platform": "kartra", "settings": {"export": "export"}},
                 "destination": {"platform": "pipedrive", "settings": {"baseUrl": "%s",
                     "apiToken": "${env:PIPEDRIVE_API_TOKEN}", "limits": "off", "visibleAfter": "PT0S"}},
                 "policies": {"defaultOwner": "admin@acme.example", "automationsPaused": "none"}}
                """.formatted(proxy.url()));
        SmallExport.writeTo(shell, "export");
        jar = new MigrateJar(folder, Map.of("PIPEDRIVE_API_TOKEN", TOKEN));
        succeed("extract");
        succeed("plan");
        succeed("approve", "--by", "ops@acme.example");
        succeed("prepare");
    }

    @AfterEach
    void close() {
        proxy.close();
        account.close();
    }

    @Test
    void writesEachRecordOnce_whenItIsKilledAtTenMoments() throws Exception {
        for (int i = 0; i < MOMENTS.size(); i++) {
            int exitCode = runKilledAt(MOMENTS.get(i), i % 2 == 0 ? Moment.AFTER : Moment.BEFORE);

            assertThat(exitCode).as("run %d", i + 1).isEqualTo(SIGKILL);
        }

        completes();
    }

    @Test
    void writesEachRecordOnce_whenAnswersAreLostAfterTheWrite() throws Exception {
        account.inject(FaultScript.parse("""
                {"rules": [
                  {"method": "POST", "path": "/(organizations|persons|deals|activities|notes)$", "every": 7,
                   "action": "reset-after-commit"},
                  {"method": "POST", "path": "/(organizations|persons|deals|activities|notes)$", "every": 11,
                   "action": "status-after-commit", "status": 502}]}
                """));
        for (int moment : List.of(20, 30)) {
            // A run that clears up lost answers may end before the signal arrives: what counts is what it leaves.
            assertThat(runKilledAt(moment, Moment.AFTER)).isIn(SIGKILL, 0);
        }

        completes();
    }

    @Test
    void stopsInOrder_whenItIsTerminated() throws Exception {
        CompletableFuture<MigrateJar.Call> started = new CompletableFuture<>();
        proxy.at(20, Moment.AFTER, () -> started.join().process().destroy());
        MigrateJar.Call run = jar.start("--config", "migrate.json", "--json", "run");
        started.complete(run);

        assertThat(run.exitCode()).isEqualTo(SIGTERM);
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.at("/result/completion").asText()).isEqualTo("STOPPED");
        assertThat(sum(report, "inDoubt")).isZero();
        assertThat(sum(report, "created")).isBetween(20L, 60L);

        completes();
    }

    @Test
    void givesSeven_whenAnotherProcessIsAtWork() throws Exception {
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        proxy.at(5, Moment.AFTER, () -> exitCode.complete(shell.migrate("status")));

        completes();

        assertThat(exitCode).isCompletedWithValue(7);
    }

    private void succeed(String... arguments) {
        assertThat(shell.migrate(arguments)).as(shell.out() + shell.err()).isZero();
    }

    private int runKilledAt(int write, Moment moment) {
        CompletableFuture<MigrateJar.Call> started = new CompletableFuture<>();
        proxy.at(write, moment, () -> started.join().process().destroyForcibly());
        MigrateJar.Call run = jar.start("--config", "migrate.json", "run");
        started.complete(run);
        return run.exitCode();
    }

    /** Runs to the end, and looks at it from all sides. */
    private void completes() throws IOException {
        MigrateJar.Call run = jar.start("--config", "migrate.json", "--json", "run");
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        JsonNode report = new ObjectMapper().readTree(run.out());
        for (JsonNode counts : report.path("mappings")) {
            assertThat(counts.path("created").asLong())
                    .as(counts.toString())
                    .isEqualTo(counts.path("owed").asLong());
        }
        GroundTruth.of(account.url()).holdsEachRecordOnce();
        account.inject(FaultScript.NONE);
        succeed("verify");
        succeed("audit", "verify");
        assertThat(everything()).doesNotContain(TOKEN);
    }

    private static long sum(JsonNode report, String member) {
        long sum = 0;
        for (JsonNode counts : report.path("mappings")) {
            sum += counts.path(member).asLong();
        }
        return sum;
    }

    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
