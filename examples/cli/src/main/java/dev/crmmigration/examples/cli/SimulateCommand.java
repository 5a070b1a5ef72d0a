package dev.crmmigration.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves a simulated account on the loopback interface until it is stopped. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Serves a simulated account on the loopback interface until it is stopped.",
            "Prints one line of JSON with its address when it is ready. Its control endpoints begin with /__simulator/:"
                    + " state, ledger, clock, faults, edit, seed, reset, save."
        })
final class SimulateCommand implements Callable<Integer> {

    private final MigrateCommand migrate;

    @Parameters(paramLabel = "PLATFORM", description = "The platform, such as pipedrive.")
    private String platform = "";

    @Option(names = "--port", description = "The port; 0, the default, takes a free one.")
    private int port;

    @Option(names = "--seed", description = "Equal seeds give equal accounts; 1 by default.")
    private long seed = 1;

    @Option(names = "--token", description = "What clients must send; simulator-token by default.")
    private String token = "simulator-token";

    @Option(names = "--plan", description = "The plan of the account.")
    private @Nullable String plan;

    @Option(names = "--seats", description = "The paid seats of the account.")
    private @Nullable String seats;

    @Option(names = "--limits", paramLabel = "on|off", description = "Whether it limits its clients.")
    private @Nullable String limits;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "The folder of the bundle to serve, for platforms that serve one.")
    private @Nullable Path export;

    @Option(names = "--faults", paramLabel = "FILE", description = "A script of what goes wrong.")
    private @Nullable Path faults;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "The account is read from here, and written to it at the end.")
    private @Nullable Path state;

    @Option(names = "--log", paramLabel = "FILE", description = "Gets a line for each request, without values.")
    private @Nullable Path log;

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description = "Any other setting of the platform's simulator; may be repeated.")
    private final Map<String, String> settings = new LinkedHashMap<>();

    SimulateCommand(MigrateCommand migrate) {
        this.migrate = migrate;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        migrate.host().interruption().onRequest(stopped::countDown);
        try (RunningSimulator simulator = start()) {
            migrate.host().out().println(ready(simulator));
            migrate.host().out().flush();
            stopped.await();
        }
        return ExitCode.DONE.number();
    }

    private RunningSimulator start() {
        Simulator simulator = Simulator.of(platform)
                .orElseThrow(() -> new ConfigurationException("there is no simulator of '" + platform
                        + "'. There are simulators of " + String.join(", ", Platforms.simulators())));
        try {
            return simulator.start(options());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    private SimulatorOptions options() {
        put("plan", plan);
        put("seats", seats);
        put("limits", limits);
        put("export", export == null ? null : export.toString());
        return SimulatorOptions.builder()
                .port(port)
                .seed(seed)
                .token(token)
                .settings(settings)
                .faultsFile(faults)
                .stateFile(state)
                .logFile(log)
                .build();
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }

    private ObjectNode ready(RunningSimulator simulator) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("platform", platform);
        line.put("url", simulator.url().toString());
        line.put("token", simulator.token());
        line.put("control", simulator.url() + "/__simulator/");
        return line;
    }
}
