package dev.crmmigration.examples.cli;

import dev.crmmigration.engine.Repair;
import dev.crmmigration.examples.cli.text.CutoverText;
import dev.crmmigration.examples.cli.text.DriftText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands of the day on which the business goes over, and of the days after it. */
final class CutoverCommands {

    private static final String WHO = "Who takes responsibility, such as an e-mail address.";

    private CutoverCommands() {}

    static void addTo(CommandLine commandLine, MigrateCommand migrate) {
        commandLine.addSubcommand(new Freeze(migrate));
        commandLine.addSubcommand(new Cutover(migrate));
        commandLine.addSubcommand(new RepairRecords(migrate));
        commandLine.addSubcommand(new Accept(migrate));
    }

    @Command(
            name = "freeze",
            mixinStandardHelpOptions = true,
            description = "Records that the source must not change from now on, and shows what to see to.")
    private static final class Freeze implements Callable<Integer> {

        private final MigrateCommand migrate;

        @Option(names = "--by", required = true, paramLabel = "WHO", description = WHO)
        private String by = "";

        Freeze(MigrateCommand migrate) {
            this.migrate = migrate;
        }

        @Override
        public Integer call() {
            return migrate.perform(
                    "freeze",
                    migration -> migration.freeze(by),
                    CutoverText::print,
                    freeze -> ExitCode.of(freeze.result()).number());
        }
    }

    @Command(
            name = "cutover",
            mixinStandardHelpOptions = true,
            description = "Declares the destination the system of record, if everything speaks for it.")
    private static final class Cutover implements Callable<Integer> {

        private final MigrateCommand migrate;

        @Option(names = "--by", required = true, paramLabel = "WHO", description = WHO)
        private String by = "";

        @Option(
                names = "--acknowledge-held",
                description = "It is known, and no obstacle, that records wait or were refused.")
        private boolean acknowledgesHeld;

        Cutover(MigrateCommand migrate) {
            this.migrate = migrate;
        }

        @Override
        public Integer call() {
            return migrate.perform(
                    "cutover",
                    migration -> migration.cutover(by, acknowledgesHeld),
                    CutoverText::print,
                    certificate -> ExitCode.of(certificate.result()).number());
        }
    }

    @Command(
            name = "repair",
            mixinStandardHelpOptions = true,
            description = "Puts single records right from what was read of the source last.")
    private static final class RepairRecords implements Callable<Integer> {

        private final MigrateCommand migrate;

        @Option(
                names = "--records",
                required = true,
                paramLabel = "FILE",
                description = "A record a line, as type:id, of the source or of the destination.")
        private Path records = Path.of("");

        @Option(names = "--recreate", description = "Make records again that are missing.")
        private boolean recreates;

        @Option(names = "--take-edited", description = "Write over what people have edited, whatever the plan says.")
        private boolean takesEdited;

        RepairRecords(MigrateCommand migrate) {
            this.migrate = migrate;
        }

        @Override
        public Integer call() {
            Repair named = Repair.ofFile(records);
            Repair made = recreates ? named.recreating() : named;
            Repair what = takesEdited ? made.takingEdited() : made;
            return migrate.perform(
                    "repair",
                    migration -> migration.repair(what),
                    DriftText::print,
                    report -> ExitCode.of(report.result()).number());
        }
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = "Ends the migration: nothing can be repaired or taken back any more; or accepts the sample.")
    private static final class Accept implements Callable<Integer> {

        private final MigrateCommand migrate;

        @Option(names = "--by", required = true, paramLabel = "WHO", description = WHO)
        private String by = "";

        @ArgGroup
        private @Nullable Part part;

        /** What comes before the run. */
        private static final class Part {

            // Either of the two is given
            @SuppressWarnings("unused")
            @Option(names = "--sample", description = "Accept the sample, so that the run can begin.")
            private boolean sample;

            @Option(names = "--rehearsal", description = "Accept the rehearsal, so that the run can begin.")
            private boolean rehearsal;
        }

        Accept(MigrateCommand migrate) {
            this.migrate = migrate;
        }

        @Override
        public Integer call() {
            return part == null ? acceptMigration() : acceptPart(!part.rehearsal);
        }

        private int acceptPart(boolean isSample) {
            return migrate.perform(
                    "accept",
                    migration -> isSample ? migration.acceptSample(by) : migration.acceptRehearsal(by),
                    (approval, text) -> text.line("The " + (isSample ? "sample" : "rehearsal") + " is accepted by "
                            + approval.by() + ". Next: " + (isSample ? "run" : "prepare, then run")),
                    approval -> ExitCode.of(approval.result()).number());
        }

        private int acceptMigration() {
            return migrate.perform(
                    "accept",
                    migration -> migration.accept(by),
                    CutoverText::print,
                    acceptance -> ExitCode.of(acceptance.result()).number());
        }
    }
}
