package dev.crmmigration.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.examples.cli.config.MigrationConfig;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A simulated account to rehearse in, on the plan of the real one. It limits nobody, because a rehearsal shows what fails and
 * the forecast how long it takes; it is kept beside the workspace for as long as the rehearsal is not at its end.
 */
final class RehearsalAccount implements AutoCloseable {

    private static final String TOKEN = "rehearsal";

    /** Another one than a simulated account has that nobody gave a seed: equal seeds give one and the same account. */
    private static final long SEED = 7919;

    private final String platform;
    private final RunningSimulator simulator;
    private final Settings real;

    private RehearsalAccount(String platform, RunningSimulator simulator, Settings real) {
        this.platform = platform;
        this.simulator = simulator;
        this.real = real;
    }

    static RehearsalAccount start(MigrationConfig config) {
        String platform = config.destination().platform();
        Settings real = config.destination().settings();
        SimulatorOptions.Builder options = SimulatorOptions.builder()
                .token(TOKEN)
                .seed(SEED)
                .setting("limits", "off")
                .stateFile(state(config));
        real.get("plan").ifPresent(plan -> options.setting("plan", plan));
        real.get("seats").ifPresent(seats -> options.setting("seats", seats));
        Simulator found = Simulator.of(platform)
                .orElseThrow(() -> new ConfigurationException("there is no simulator of '" + platform
                        + "'. Rehearse --on sandbox, in another account of the platform"));
        return new RehearsalAccount(platform, found.start(options.build()), real);
    }

    private static Path state(MigrationConfig config) {
        Path workspace = config.workspace();
        return workspace.resolveSibling(workspace.getFileName() + "-rehearsal.json");
    }

    Settings settings() {
        Settings settings = Settings.of("baseUrl", simulator.url().toString())
                .secret(knows("apiKey") ? "apiKey" : "apiToken", simulator.token());
        for (String name : List.of("plan", "seats", "visibleAfter")) {
            settings = real.get(name).isPresent()
                    ? settings.with(name, real.get(name).get())
                    : settings;
        }
        return knows("limits") ? settings.with("limits", "off") : settings;
    }

    private boolean knows(String setting) {
        return ServiceLoader.load(Destination.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(destination -> destination.platform().equals(platform))
                .flatMap(destination -> destination.settings().stream())
                .anyMatch(declared -> declared.name().equals(setting));
    }

    /** Gives the account the users of another one. */
    void addUsers(Catalog account) {
        account.users().stream().filter(UserDescription::active).forEach(user -> add(user.email()));
    }

    private void add(String email) {
        ObjectNode user =
                JsonNodeFactory.instance.objectNode().put("name", email).put("email", email);
        ObjectNode edit = JsonNodeFactory.instance.objectNode().put("object", "users");
        edit.set("add", user);
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/__simulator/edit"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(edit.toString()))
                .build();
        try {
            HttpResponse<String> reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (reply.statusCode() >= 400) {
                throw new IllegalStateException("the simulator does not take a user: " + reply.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
