package dev.crmmigration.engine.internal.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.AutomationEquivalent;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.source.Automation;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.engine.DocumentFormat;
import dev.crmmigration.engine.DocumentName;
import dev.crmmigration.engine.internal.automation.AutomationInventory;
import dev.crmmigration.engine.internal.automation.SuppliedAutomations;
import dev.crmmigration.engine.internal.document.Discretion;
import dev.crmmigration.engine.internal.document.Documents;
import dev.crmmigration.engine.internal.document.Evidence;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.report.RecordJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes documents of what the steps have left in the workspace; asks no platform. */
final class Archive {

    private static final String EXPECTED = "expected.json";

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

    /** Keeps how many records there should be; the last word counts. */
    void expect(Map<String, Long> counts) {
        SourceOutline outline = outline();
        ObjectNode expected = Json.object();
        session.workspace().report(EXPECTED).map(Json::own).ifPresent(known -> expected.setAll((ObjectNode) known));
        counts.forEach((name, count) -> expected.put(outline.named(name).orElse(name), count));
        session.workspace().writeReport(EXPECTED, Json.pretty(expected));
    }

    private SourceOutline outline() {
        return session.connectors().source().outline(session.connectors().sourceSettings());
    }

    private Optional<String> report(String name) {
        return switch (name) {
            case "status.json" -> Optional.of(status.get());
            case "pair.json" -> Optional.of(Json.compact(pair()));
            case "automations.json" -> automations();
            case "spans.json" -> spans();
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
        SourceOutline outline = outline();
        pair.set("exports", RecordJson.node(outline.exports()));
        pair.set("gaps", RecordJson.node(outline.gaps()));
        pair.set("sourceNotes", RecordJson.node(source.notes()));
        Destination destination = session.connectors().destination();
        Settings account = session.connectors().destinationSettings();
        pair.set("destinationNotes", RecordJson.node(destination.notes(account)));
        pair.set(
                "allowances",
                RecordJson.node(destination
                        .tariff(account)
                        .map(tariff -> tariff.pricing().allowances())
                        .orElse(List.of())));
        return pair;
    }

    /** Puts together what the source, its data and the customer say about automations. */
    private Optional<String> automations() {
        List<Automation> supplied = SuppliedAutomations.in(session.workspace().folder());
        boolean isRead = session.phase() != Phase.NEW;
        if (!isRead && supplied.isEmpty()) {
            return Optional.empty();
        }
        List<AutomationEquivalent> equivalents =
                session.connectors().destination().equivalents();
        SourceInventory inventory = isRead ? session.snapshot().inventory() : SourceInventory.EMPTY;
        ObjectNode node = Json.object();
        node.set("rows", RecordJson.node(AutomationInventory.of(inventory, supplied, equivalents)));
        node.set(
                "sources",
                Json.texts(equivalents.stream()
                        .map(AutomationEquivalent::source)
                        .distinct()
                        .toList()));
        return Optional.of(Json.compact(node));
    }

    private Optional<String> spans() {
        if (session.phase() == Phase.NEW) {
            return Optional.empty();
        }
        ObjectNode spans = Json.object();
        session.snapshot().catalog().objects().forEach(object -> {
            List<Instant> span = session.snapshot().span(object.type());
            if (!span.isEmpty()) {
                spans.set(object.type().name(), RecordJson.node(span));
            }
        });
        return Optional.of(Json.compact(spans));
    }
}
