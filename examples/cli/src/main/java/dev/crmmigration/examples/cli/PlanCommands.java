package dev.crmmigration.examples.cli;

import dev.crmmigration.examples.cli.text.PlanText;
import dev.crmmigration.examples.cli.text.StatusText;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands about the plan. */
final class PlanCommands {

    private PlanCommands() {}

    static void addTo(CommandLine commandLine, MigrateCommand migrate) {
        commandLine.addSubcommand(new ProposePlan(migrate));
        commandLine.addSubcommand(new Approve(migrate));
    }

    @Command(
            name = "plan",
            mixinStandardHelpOptions = true,
            description = "Proposes plan.json in the workspace, or checks the one that is there, and shows it.")
    private static final class ProposePlan implements Callable<Integer> {

        private final MigrateCommand migrate;

        @Option(names = "--fresh", description = "Throws away what a person has decided, and proposes anew.")
        private boolean fresh;

        ProposePlan(MigrateCommand migrate) {
            this.migrate = migrate;
        }

        @Override
        public Integer call() {
            return migrate.perform(
                    "plan",
                    migration -> fresh ? migration.planAfresh() : migration.plan(),
                    PlanText::print,
                    plan -> ExitCode.of(plan.result()).number());
        }
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Approves the plan as it stands in plan.json, for the account as it is.")
    private static final class Approve implements Callable<Integer> {

        private final MigrateCommand migrate;

        @Option(
                names = "--by",
                required = true,
                paramLabel = "WHO",
                description = "Who takes responsibility, such as an e-mail address.")
        private String by = "";

        Approve(MigrateCommand migrate) {
            this.migrate = migrate;
        }

        @Override
        public Integer call() {
            return migrate.perform(
                    "approve",
                    migration -> migration.approve(by),
                    StatusText::print,
                    approval -> ExitCode.of(approval.result()).number());
        }
    }
}
