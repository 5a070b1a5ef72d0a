package dev.crmmigration.examples.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.MigrationBuilder;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A migration of the little shop to an account of its own, at some stage; can be forked at little cost. */
final class Rig implements AutoCloseable {

    static final String TOKEN = "token-of-the-crash-suite-5d1c";

    private static final HttpSettings IMPATIENT =
            new HttpSettings(Optional.empty(), Optional.empty(), Duration.ofMillis(500), Duration.ofMillis(1000));

    final Path folder;
    final RunningSimulator account;
    final Turnstile turnstile;

    private Rig(Path folder, Map<String, String> settings, SimulatorClock clock) {
        this.folder = folder;
        this.account = Simulator.of("pipedrive")
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .token(TOKEN)
                        .setting("limits", "off")
                        .settings(settings)
                        .clock(clock)
                        .stateFile(folder.resolve("account.json"))
                        .build());
        this.turnstile = new Turnstile(account.url());
        write("migrate.json", config());
    }

    /** Begins at the beginning. */
    static Rig fresh(Path folder) {
        LittleShop.writeTo(folder.resolve("export"));
        return new Rig(folder, Map.of(), SimulatorClock.system());
    }

    /** Begins where a rig that is closed stands. */
    static Rig fork(Path stage, Path folder) {
        return fork(stage, folder, Map.of(), SimulatorClock.system());
    }

    static Rig fork(Path stage, Path folder, Map<String, String> settings, SimulatorClock clock) {
        copy(stage, folder);
        return new Rig(folder, settings, clock);
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String config() {
        return """
            {"workspace": "work",
             "source": {"platform": "kartra", "settings": {"export": "export"}},
             "destination": {"platform": "pipedrive", "settings": {"baseUrl": "%s",
                 "apiToken": "${env:PIPEDRIVE_API_TOKEN}", "limits": "off", "visibleAfter": "PT0.1S"}},
             "policies": {"defaultOwner": "admin@acme.example", "automationsPaused": "none"}}
            """.formatted(turnstile.url());
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path workspace() {
        return folder.resolve("work");
    }

    /** Opens the migration in this process, which waits for nothing: its clock and the account's are put forward. */
    Migration open() {
        return open(turnstile.url(), account.clock());
    }

    Migration open(URI url, Clock clock) {
        return builder(url, "PT5S")
                .clock(clock, moment -> {
                    synchronized (account) {
                        Duration left = Duration.between(clock.instant(), moment);
                        account.clock().advance(left.isNegative() ? Duration.ZERO : left);
                    }
                })
                .build();
    }

    /** Opens the migration by the machine's clock. */
    Migration openInRealTime() {
        return builder(turnstile.url(), "PT1S").build();
    }

    private MigrationBuilder builder(URI url, String visibleAfter) {
        return Migration.builder()
                .workspace(workspace())
                .source("kartra", Settings.of("export", folder.resolve("export").toString()))
                .destination(
                        "pipedrive",
                        Settings.of("baseUrl", url.toString())
                                .with("limits", "off")
                                .with("visibleAfter", visibleAfter)
                                .secret("apiToken", TOKEN))
                .policy("defaultOwner", "admin@acme.example")
                .policy("automationsPaused", "none")
                .http(IMPATIENT);
    }

    /** Lets the journal forget everything since a stage, and the audit with it, which would find out otherwise. */
    void setJournalBackTo(Path stage) {
        try {
            for (String file : List.of("journal.db", "audit-values.db", "audit.jsonl")) {
                for (String ending : List.of("", "-wal", "-shm")) {
                    Files.deleteIfExists(workspace().resolve(file + ending));
                }
                Files.copy(stage.resolve("work").resolve(file), workspace().resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void inject(String script) {
        account.inject(FaultScript.parse(script));
    }

    /** Changes the account as a person does. */
    void edit(String change) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(account.url() + "/__simulator/edit"))
                .POST(HttpRequest.BodyPublishers.ofString(change))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the key of one of the fields that the migration has made. */
    String ownField(String fields) {
        for (JsonNode field : Truth.state(account.url()).path(fields)) {
            if (field.path("is_custom_field").asBoolean()) {
                return field.path("field_code").asText();
            }
        }
        throw new IllegalStateException("the migration has made no field of " + fields);
    }

    Truth truth() {
        turnstile.awaitQuiet();
        return Truth.of(account.url());
    }

    /** Ends, and leaves a stage that can be forked. */
    @Override
    public void close() {
        turnstile.awaitQuiet();
        turnstile.close();
        account.close();
    }
}
