package dev.crmmigration.engine.internal.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.engine.DocumentFormat;
import dev.crmmigration.engine.DocumentName;
import dev.crmmigration.engine.internal.document.Discretion;
import dev.crmmigration.engine.internal.document.Documents;
import dev.crmmigration.engine.internal.document.Evidence;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.report.RecordJson;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes documents of what the steps have left in the workspace; asks no platform. */
final class Archive {

    private final MigrationSession session;
    private final Supplier<String> status;

    Archive(MigrationSession session, Supplier<String> status) {
        this.session = session;
        this.status = status;
    }

    String text(DocumentName name, DocumentFormat format, boolean withValues) {
        Discretion discretion = withValues ? Discretion.WITH_VALUES : Discretion.WITHOUT_VALUES;
        Evidence evidence = new Evidence(this::report, session.workspace().plan(), discretion);
        return new Documents(evidence).text(name, format);
    }

    Path write(DocumentName name, DocumentFormat format, boolean withValues) {
        String file = name.text() + (withValues ? "" : "-without-values") + "." + format.ending();
        session.workspace().writeReport(file, text(name, format, withValues));
        return session.workspace().reportFile(file);
    }

    private Optional<String> report(String name) {
        return switch (name) {
            case "status.json" -> Optional.of(status.get());
            case "pair.json" -> Optional.of(Json.compact(pair()));
            case "failed-and-held.json" -> Optional.of(new UnwrittenRecords(session).json());
            default -> session.workspace().report(name);
        };
    }

    private ObjectNode pair() {
        Source source = session.connectors().source();
        ObjectNode pair = Json.object()
                .put("source", source.platform())
                .put("destination", session.connectors().destination().platform());
        pair.set("settings", RecordJson.node(source.settings()));
        return pair;
    }
}
