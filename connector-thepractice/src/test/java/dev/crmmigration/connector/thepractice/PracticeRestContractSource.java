package dev.crmmigration.connector.thepractice;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.testkit.contract.Fault;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The same bundle, served and read over HTTP. */
final class PracticeRestContractSource extends PracticeContractSource {

    /** Every session reads all of them again, so that there are only some. */
    private static final Set<String> FILES = Set.of(
            "coaches.csv",
            "clients.csv",
            "client_packages.csv",
            "sessions.csv",
            "notes.csv",
            "invoices.csv",
            "invoice_items.csv",
            "contracts.csv",
            "attachments.csv");

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-03-02T10:00:00Z"));
    private final RunningSimulator simulator;

    PracticeRestContractSource(Path parent) {
        super(parent);
        leaveOnly(parent.resolve("export"));
        simulator = Simulator.of("thepractice")
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .clock(clock)
                        .setting("export", parent.resolve("export").toString())
                        .setting("limits", "off")
                        .build());
    }

    private static void leaveOnly(Path export) {
        try (Stream<Path> files = Files.list(export)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !FILES.contains(file.getFileName().toString()))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Settings settings() {
        return Settings.of("access", "rest")
                .with("zone", "Europe/Berlin")
                .with("complete", "true")
                .with("contractLinks", "leave")
                .with("baseUrl", simulator.url().toString())
                .with("pageSize", "400")
                .secret("token", simulator.token());
    }

    @Override
    public Map<String, Settings> wrong() {
        return Map.of(
                "access", settings().with("access", "telepathy"),
                "baseUrl", settings().with("baseUrl", "nowhere"),
                "paging", settings().with("paging", "tree"),
                "pageSize", settings().with("pageSize", "0"),
                "parallel", settings().with("parallel", "99"),
                "perSecond", settings().with("perSecond", "many"));
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    /** Which line a row has in what is read over HTTP, only the connector knows. */
    @Override
    public Optional<BrokenRow> breakRow(ObjectType type) {
        return Optional.empty();
    }

    @Override
    public boolean begin(Fault fault) {
        return switch (fault) {
            case CONNECTION_REFUSED -> always("reset");
            case CREDENTIALS_REFUSED -> always("401");
            case READ_FAILS -> always("status");
            case ANSWER_LOST -> false;
        };
    }

    private boolean always(String action) {
        simulator.inject(FaultScript.parse("[{\"path\": \"/v1/\", \"action\": \"" + action + "\"}]"));
        return true;
    }

    @Override
    public void end() {
        simulator.inject(FaultScript.NONE);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
