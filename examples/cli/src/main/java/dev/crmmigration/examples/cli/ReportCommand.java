package dev.crmmigration.examples.cli;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.DocumentFormat;
import dev.crmmigration.engine.DocumentName;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.SpotCheck;
import dev.crmmigration.examples.cli.text.ResultText;
import dev.crmmigration.examples.cli.text.RunText;
import dev.crmmigration.examples.cli.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what became of everything that is owed; or, with a name, gives a document. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what became of everything that is owed, without doing anything.",
            "With the name of a document, gives that document."
        })
final class ReportCommand implements Callable<Integer> {

    private final MigrateCommand migrate;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable String name;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description =
                    "One of ${COMPLETION-CANDIDATES}; without it the ending of --out decides, else md, and html for"
                            + " the report of the whole migration.")
    private @Nullable String format;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes the document there.")
    private @Nullable Path out;

    @Option(
            names = "--without-values",
            description = "Leaves out what the records hold and who is who, so that it can be shown to others.")
    private boolean withoutValues;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "For spotcheck: draws so many records, and compares them.")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "For spotcheck: the same seed draws the same records.")
    private long seed;

    @Option(
            names = "--counts",
            split = ",",
            paramLabel = "OBJECT=N",
            description =
                    "For export-checklist and supplemental-export-request: how many records the source's own pages"
                            + " show. It is remembered.")
    private final Map<String, Long> counts = new LinkedHashMap<>();

    ReportCommand(MigrateCommand migrate) {
        this.migrate = migrate;
    }

    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(DocumentName.values()).map(DocumentName::text).iterator();
        }
    }

    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(DocumentFormat.values())
                    .map(DocumentFormat::ending)
                    .iterator();
        }
    }

    @Override
    public Integer call() {
        if (name == null) {
            return migrate.perform("report", Migration::report, RunText::print, report -> ExitCode.DONE.number());
        }
        DocumentName document = DocumentName.of(name)
                .orElseThrow(() -> wrong(name + " is no document: " + String.join(", ", new Names())));
        if (count < 0 || (count > 0 && document != DocumentName.SPOTCHECK)) {
            throw wrong("--count draws records for spotcheck, from 1");
        }
        if (!counts.isEmpty()
                && document != DocumentName.EXPORT_CHECKLIST
                && document != DocumentName.SUPPLEMENTAL_EXPORT_REQUEST) {
            throw wrong("--counts says what the source shows, for export-checklist and supplemental-export-request");
        }
        DocumentFormat form = form(document);
        return migrate.performed(migration -> give(migration, document, form));
    }

    private int give(Migration migration, DocumentName document, DocumentFormat form) {
        if (!counts.isEmpty()) {
            migration.expect(counts);
        }
        if (count > 0) {
            SpotCheck drawn = migration.spotCheck(count, seed);
            if (drawn.result().completion() != Completion.COMPLETE) {
                ResultText.print(
                        "report spotcheck",
                        drawn.result(),
                        new Text(migrate.host().err()));
                migrate.host().err().flush();
                return ExitCode.of(drawn.result()).number();
            }
        }
        if (out == null && document == DocumentName.MIGRATION && form == DocumentFormat.HTML && !withoutValues) {
            migrate.host().out().println(migration.writeReport());
        } else {
            give(withoutValues ? migration.documentWithoutValues(document, form) : migration.document(document, form));
        }
        migrate.host().out().flush();
        return ExitCode.DONE.number();
    }

    private void give(String text) {
        if (out == null) {
            migrate.host().out().println(text.stripTrailing());
            return;
        }
        try {
            Files.writeString(out, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + out, e);
        }
        migrate.host().out().println(out);
    }

    private DocumentFormat form(DocumentName document) {
        if (format != null) {
            return formOf(format)
                    .orElseThrow(() -> wrong(format + " is no format: " + String.join(", ", new Formats())));
        }
        if (migrate.isJson()) {
            return DocumentFormat.JSON;
        }
        String file = out == null ? "" : out.toString();
        return formOf(file.substring(file.lastIndexOf('.') + 1))
                .orElse(document == DocumentName.MIGRATION ? DocumentFormat.HTML : DocumentFormat.MARKDOWN);
    }

    private static Optional<DocumentFormat> formOf(String ending) {
        return Stream.of(DocumentFormat.values())
                .filter(form -> form.ending().equals(ending.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
