package dev.crmmigration.examples.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A migration of the little shop to an account of its own, at some stage; can be forked at little cost. */
final class Rig implements AutoCloseable {

    static final String TOKEN = "token-of-the-crash-suite-5d1c";

    /** The variable from which processes take the token. */
    static final String VARIABLE = "TOKEN_OF_THE_ACCOUNT";

    static final String OWNER = "admin@acme.example";

    /** Wherever it really is: the account of a fork is the same account, and connectors may know it by its address. */
    private static final String ADDRESS = "http://localhost";

    final Path folder;
    final Platform platform;
    final RunningSimulator account;
    final Turnstile turnstile;

    private Rig(Path folder, Platform platform, Map<String, String> settings, SimulatorClock clock) {
        this.folder = folder;
        this.platform = platform;
        this.account = Simulator.of(platform.name())
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .token(TOKEN)
                        .setting("limits", "off")
                        .settings(platform.simulated())
                        .settings(settings)
                        .clock(clock)
                        .stateFile(folder.resolve("account.json"))
                        .build());
        this.turnstile = new Turnstile(account.url());
        write("migrate.json", config());
    }

    /** Begins at the beginning. */
    static Rig fresh(Path folder, Platform platform) {
        LittleShop.writeTo(folder.resolve("export"));
        Rig rig = new Rig(folder, platform, Map.of(), SimulatorClock.system());
        platform.begin(rig.account.url());
        return rig;
    }

    /** Begins where a rig that is closed stands. */
    static Rig fork(Path stage, Path folder, Platform platform) {
        return fork(stage, folder, platform, Map.of(), SimulatorClock.system());
    }

    static Rig fork(Path stage, Path folder, Platform platform, Map<String, String> settings, SimulatorClock clock) {
        copy(stage, folder);
        return new Rig(folder, platform, settings, clock);
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
        StringBuilder settings = new StringBuilder();
        platform.settings(ADDRESS).forEach((name, value) -> setting(settings, name, value));
        platform.impatient().forEach((name, value) -> setting(settings, name, value));
        setting(settings, platform.secret(), "${env:" + VARIABLE + "}");
        return """
            {"workspace": "work",
             "source": {"platform": "kartra", "settings": {"export": "export"}},
             "destination": {"platform": "%s", "settings": {%s "limits": "off", "visibleAfter": "PT0.1S"}},
             "policies": {"defaultOwner": "%s", "automationsPaused": "none"}}
            """.formatted(platform.name(), settings, OWNER);
    }

    private static void setting(StringBuilder settings, String name, String value) {
        settings.append('"').append(name).append("\": \"").append(value).append("\", ");
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

    /** @param url the proxy before the account */
    Migration open(URI url, Clock clock) {
        return builder(url, "PT5S", Map.of())
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
        return builder(turnstile.url(), "PT1S", platform.impatient()).build();
    }

    private MigrationBuilder builder(URI url, String visibleAfter, Map<String, String> more) {
        return Migration.builder()
                .workspace(workspace())
                .source("kartra", Settings.of("export", folder.resolve("export").toString()))
                .destination(platform.name(), settings(visibleAfter, more))
                .policy("defaultOwner", OWNER)
                .policy("automationsPaused", "none")
                .http(impatient(url));
    }

    private static HttpSettings impatient(URI proxy) {
        return new HttpSettings(
                Optional.of(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort()))),
                Optional.empty(),
                Duration.ofMillis(500),
                Duration.ofMillis(1000));
    }

    private Settings settings(String visibleAfter, Map<String, String> more) {
        Settings settings =
                Settings.of("limits", "off").with("visibleAfter", visibleAfter).secret(platform.secret(), TOKEN);
        Map<String, String> all = new LinkedHashMap<>(platform.settings(ADDRESS));
        all.putAll(more);
        for (Map.Entry<String, String> setting : all.entrySet()) {
            settings = settings.with(setting.getKey(), setting.getValue());
        }
        return settings;
    }

    /** Does what a person has to do before the account can be prepared for the plan. */
    void administer() {
        try {
            platform.administer(
                    account.url(),
                    new ObjectMapper().readTree(workspace().resolve("plan.json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    void inject(Faults fault) {
        inject(fault.script(platform));
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

    /** Returns the id of the first record of an object that says something. */
    String id(String object, String member, String value) {
        for (JsonNode record : Truth.state(account.url()).path(object)) {
            if (record.path(member).asText().equals(value)) {
                return record.path("id").asText();
            }
        }
        throw new IllegalStateException("there is no such record of " + object);
    }

    Truth truth() {
        turnstile.awaitQuiet();
        return Truth.of(platform, account.url());
    }

    /** Ends, and leaves a stage that can be forked. */
    @Override
    public void close() {
        turnstile.awaitQuiet();
        turnstile.close();
        account.close();
    }
}
