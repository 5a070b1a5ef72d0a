package dev.crmmigration.engine.internal.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.internal.document.CsvFile;
import dev.crmmigration.engine.internal.draft.Drafter;
import dev.crmmigration.engine.internal.expression.UnmappedValueException;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.report.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the records of document parts into files among the reports. */
final class DocumentedFiles {

    private final MigrationSession session;
    private final PlanFile plan;
    private final Drafter drafter;

    DocumentedFiles(MigrationSession session, PlanFile plan) {
        this.session = session;
        this.plan = plan;
        this.drafter = Drafting.drafter(plan, plan.valueMaps(), session.snapshot());
    }

    void write() {
        ObjectNode report = Json.object();
        ArrayNode files = report.putArray("files");
        plan.compiled().documents().forEach(rule -> files.add(write(rule.mapping(), rule.part())));
        if (!files.isEmpty()) {
            session.workspace().writeReport("documented-files.json", Json.compact(report));
        }
    }

    private ObjectNode write(String mapping, MappingPart.Document part) {
        Path file = session.workspace().reportFile(part.name() + ".csv");
        List<String> headings = part.columns().stream()
                .map(MappingPart.Document.Column::heading)
                .toList();
        try (CsvFile csv = CsvFile.create(file, headings)) {
            session.snapshot().forEach(part.from(), record -> {
                if (drafter.takes(part.where(), record)) {
                    csv.add(line(part, record));
                }
            });
            csv.finish();
            return Json.object()
                    .put("file", part.name() + ".csv")
                    .put("mapping", mapping)
                    .put("records", csv.records())
                    .put("about", part.about());
        }
    }

    private List<@Nullable Object> line(MappingPart.Document part, CrmRecord record) {
        List<@Nullable Object> line = new ArrayList<>();
        part.columns().forEach(column -> line.add(value(column, record)));
        return line;
    }

    /** A value that cannot be worked out is an empty cell: the other cells are worth having. */
    private @Nullable Object value(MappingPart.Document.Column column, CrmRecord record) {
        try {
            return drafter.value(column.value(), record);
        } catch (UnmappedValueException | MappingFailedException e) {
            return null;
        }
    }
}
