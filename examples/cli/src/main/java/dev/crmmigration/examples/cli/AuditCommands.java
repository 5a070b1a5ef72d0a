package dev.crmmigration.examples.cli;

import dev.crmmigration.engine.AuditKeyPair;
import dev.crmmigration.engine.AuditReport;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.examples.cli.text.AuditText;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands about the audit trail. */
final class AuditCommands {

    private AuditCommands() {}

    static void addTo(CommandLine commandLine, MigrateCommand migrate) {
        CommandLine audit = new CommandLine(new Audit());
        audit.addSubcommand(new Verify(migrate));
        audit.addSubcommand(new Show(migrate));
        audit.addSubcommand(new Erase(migrate));
        commandLine.addSubcommand(audit);
    }

    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Looks at the audit trail.")
    private static final class Audit {}

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Checks that the audit trail is whole, in every sink that can be read back, and its signatures"
                            + " if the config names a key. Changes nothing.")
    private static final class Verify implements Callable<Integer> {

        private final MigrateCommand migrate;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "A copy of audit.jsonl, which is checked by itself: no config is needed.")
        private @Nullable Path file;

        @Option(
                names = "--key",
                paramLabel = "PEM",
                description = "With --file: the public key whose signatures the trail must have.")
        private @Nullable Path key;

        Verify(MigrateCommand migrate) {
            this.migrate = migrate;
        }

        @Override
        public Integer call() {
            Path copy = file;
            if (copy == null) {
                return migrate.perform("verify", Migration::verifyAudit, AuditText::print, Verify::exitCode);
            }
            List<PublicKey> keys = key == null ? List.of() : List.of(AuditKeyPair.publicKeyOfPem(key));
            return migrate.show("verify", Migration.verifyAudit(copy, keys), AuditText::print, Verify::exitCode);
        }

        private static int exitCode(AuditReport report) {
            return ExitCode.of(report.result()).number();
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows events of the audit trail with the plain text that was not erased: it names people.")
    private static final class Show implements Callable<Integer> {

        private final MigrateCommand migrate;

        @Option(names = "--from", paramLabel = "N", defaultValue = "1", description = "The first event; default 1.")
        private long from;

        @Option(names = "--count", paramLabel = "N", defaultValue = "100", description = "How many; default 100.")
        private int count;

        Show(MigrateCommand migrate) {
            this.migrate = migrate;
        }

        @Override
        public Integer call() {
            return migrate.perform(
                    "show",
                    migration -> migration.audit(from, count),
                    AuditText::print,
                    entries -> ExitCode.DONE.number());
        }
    }

    @Command(
            name = "erase",
            mixinStandardHelpOptions = true,
            description = "Erases the plain text of a person from the audit; the trail stays whole. The rest of the"
                    + " workspace is not touched.")
    private static final class Erase implements Callable<Integer> {

        private final MigrateCommand migrate;

        @ArgGroup(multiplicity = "1")
        private Whom whom = new Whom();

        Erase(MigrateCommand migrate) {
            this.migrate = migrate;
        }

        @Override
        public Integer call() {
            return migrate.perform(
                    "erase",
                    migration -> migration.eraseFromAudit(whom.name()),
                    AuditText::print,
                    erasure -> ExitCode.of(erasure.result()).number());
        }
    }

    /** Whom to erase. */
    private static final class Whom {

        @Option(
                names = "--source",
                paramLabel = "OBJECT:ID",
                description = "A record of the source, as audit show names it between slashes.")
        private @Nullable String source;

        @Option(
                names = "--person",
                paramLabel = "WHO",
                description = "Somebody who is named in another place, such as who approved.")
        private @Nullable String person;

        private String name() {
            String given = source == null ? person : source;
            return given == null ? "" : given;
        }
    }
}
