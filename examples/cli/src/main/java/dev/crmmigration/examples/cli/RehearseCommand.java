package dev.crmmigration.examples.cli;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Rehearsal;
import dev.crmmigration.engine.RehearsalReport;
import dev.crmmigration.examples.cli.config.MigrationConfig;
import dev.crmmigration.examples.cli.text.RehearsalText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Carries out the approved plan elsewhere: in a sandbox, or in a simulated account that is made like the real one. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = "Carries out the approved plan in another account first, whole, and shows what would fail.")
final class RehearseCommand implements Callable<Integer> {

    private final MigrateCommand migrate;

    /** Where the rehearsal takes place. */
    private enum Place {
        simulator,
        sandbox
    }

    @Option(
            names = "--on",
            paramLabel = "simulator|sandbox",
            description =
                    "A simulated account with the fields, stages and users of the real one (the default), or the account"
                            + " whose settings are under 'sandbox' in the config.")
    private Place place = Place.simulator;

    RehearseCommand(MigrateCommand migrate) {
        this.migrate = migrate;
    }

    @Override
    public Integer call() {
        MigrationConfig config = migrate.config();
        return migrate.perform(
                "rehearse",
                migration -> place == Place.sandbox ? inSandbox(config, migration) : simulated(config, migration),
                RehearsalText::print,
                report -> ExitCode.of(report.result()).number());
    }

    private static RehearsalReport inSandbox(MigrationConfig config, Migration migration) {
        return migration.rehearse(Rehearsal.in(config.sandbox()
                .orElseThrow(() ->
                        new ConfigurationException("the config file has no 'sandbox'. Give the settings of another"
                                + " account of the destination there, or rehearse --on simulator"))));
    }

    private static RehearsalReport simulated(MigrationConfig config, Migration migration) {
        try (RehearsalAccount account = RehearsalAccount.start(config)) {
            account.addUsers(migration.destinationAccount());
            return migration.rehearse(Rehearsal.inALikenessOf(account.settings()));
        }
    }
}
