package dev.crmmigration.examples.cli;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.Estimate;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.MigrationBuilder;
import dev.crmmigration.engine.Rates;
import dev.crmmigration.examples.cli.text.EstimateText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what a migration would take before there is anything of it: no config file, no data, no account. */
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        description = "Says what a migration would take, from counts alone: calls, days, exports, how hard it is.")
final class EstimateCommand implements Callable<Integer> {

    private final MigrateCommand migrate;

    @Option(names = "--from", required = true, paramLabel = "PLATFORM", description = "The source.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "PLATFORM", description = "The destination.")
    private String to = "";

    @Option(
            names = "--counts",
            required = true,
            split = ",",
            paramLabel = "OBJECT=N",
            description = "How many records there are of objects of the source, or how many a row makes, by its name.")
    private final Map<String, Long> counts = new LinkedHashMap<>();

    @Option(names = "--plan", paramLabel = "PLAN", description = "The plan of the destination's account.")
    private @Nullable String plan;

    @Option(names = "--seats", paramLabel = "N", description = "The seats that it pays for.")
    private @Nullable String seats;

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description = "Another setting of the destination that decides about limits, such as dailyBudget=500000.")
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--policy",
            paramLabel = "CHOICE=ANSWER",
            description = "An answer to a choice of the pair, as in 'policies' of the config file.")
    private final Map<String, String> policies = new LinkedHashMap<>();

    @Option(
            names = "--rates",
            paramLabel = "FILE",
            description = "A table of rates as JSON. Without one no price is named.")
    private @Nullable Path rates;

    EstimateCommand(MigrateCommand migrate) {
        this.migrate = migrate;
    }

    @Override
    public Integer call() {
        Settings account = Settings.of(settings);
        account = plan == null ? account : account.with("plan", plan);
        account = seats == null ? account : account.with("seats", seats);
        MigrationBuilder builder =
                Migration.builder().source(from, Settings.none()).destination(to, account);
        policies.forEach(builder::policy);
        Estimate estimate = builder.estimate(counts, Optional.ofNullable(rates).map(Rates::read));
        return migrate.show("estimate", estimate, EstimateText::print, any -> ExitCode.DONE.number());
    }
}
