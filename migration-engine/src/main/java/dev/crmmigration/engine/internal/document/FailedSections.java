package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records that wait or were refused, each with its reason and what helps. */
final class FailedSections {

    private FailedSections() {}

    static List<Section> of(Evidence evidence) {
        Section.Builder section = Section.titled("Records that wait or were refused");
        JsonNode records = evidence.report("failed-and-held").path("records");
        if (records.isEmpty()) {
            return List.of(section.text("None: every record that is owed so far is where it should be, or has not been"
                            + " tried yet.")
                    .build());
        }
        return List.of(section.table(counts(records))
                .table(table(records, evidence.discretion()))
                .build());
    }

    private static Table counts(JsonNode records) {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        each(records).forEach(record -> counts.merge(key(record), 1L, Long::sum));
        Table.Builder table = Table.titled("By reason", "Mapping", "State", "Reason", "Records", "What helps");
        counts.forEach((key, count) -> table.row(key.get(0), key.get(1), key.get(2), count, Remedies.of(key.get(2))));
        return table.build();
    }

    private static List<String> key(JsonNode record) {
        return List.of(
                record.path("effect").asText().split("/", 2)[0],
                state(record),
                record.path("reason").asText());
    }

    private static String state(JsonNode record) {
        return record.path("state").asText().equals("HELD") ? "waits" : "refused";
    }

    private static Table table(JsonNode records, Discretion discretion) {
        Table.Builder table =
                Table.titled("Each record", "Mapping", "Record", "State", "Reason", "Detail", "What helps");
        each(records).forEach(record -> {
            List<String> key = key(record);
            table.row(
                    key.get(0),
                    discretion.record(record.path("source").asText()),
                    key.get(1),
                    key.get(2),
                    discretion.value(record.path("detail").asText()),
                    Remedies.of(key.get(2)));
        });
        return table.build();
    }
}
