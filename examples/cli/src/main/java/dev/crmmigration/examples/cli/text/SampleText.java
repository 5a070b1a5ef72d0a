package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.SampleReport;
import dev.crmmigration.engine.SampleReport.FieldDiff;
import dev.crmmigration.engine.SampleReport.SampleRecord;
import java.util.Map;
import java.util.TreeMap;

/** The sample as text: what it shows, and what is not as the source has it. */
public final class SampleText {

    /** As many records are shown whole; all of them are in the report. */
    private static final int SHOWN = 3;

    private SampleText() {}

    public static void print(SampleReport sample, Text text) {
        text.table("What the sample shows", strata(sample));
        text.table("Records", states(sample));
        text.table("Not as the source has it", uneven(sample));
        text.table("Some records, field by field", examples(sample));
        text.line("  " + Words.count(sample.size(), "record") + ", " + Words.number(sample.written())
                + " of them at the destination; every field of each is in reports/sample.json");
        sample.accepted().ifPresent(mark -> text.line("  accepted by " + mark.by() + " at " + Words.moment(mark.at())));
    }

    public static Table strata(SampleReport sample) {
        Table table = Table.of("mapping", "what", "records", "in the sample");
        sample.strata()
                .forEach(stratum -> table.row(stratum.mapping(), stratum.name(), stratum.records(), stratum.sampled()));
        return table;
    }

    private static Table states(SampleReport sample) {
        Map<String, Long> states = new TreeMap<>();
        sample.records()
                .forEach(record -> states.merge(
                        record.state() + (record.reason().isEmpty() ? "" : ": " + record.reason()), 1L, Long::sum));
        Table table = Table.of("state", "records");
        states.forEach((state, records) -> table.row(state, records));
        return table;
    }

    /** Returns the fields that a person should look at. */
    public static Table uneven(SampleReport sample) {
        Table table = Table.of("source", "record", "field", "source says", "sent", "found", "verdict");
        for (SampleRecord record : sample.records()) {
            record.fields().stream()
                    .filter(field -> !field.verdict().equals("EQUAL"))
                    .forEach(field -> row(table, record, field));
        }
        return table;
    }

    private static Table examples(SampleReport sample) {
        Table table = Table.of("source", "record", "field", "source says", "sent", "found", "verdict");
        sample.records().stream()
                .filter(record -> !record.fields().isEmpty())
                .limit(SHOWN)
                .forEach(record -> record.fields().forEach(field -> row(table, record, field)));
        return table;
    }

    private static void row(Table table, SampleRecord record, FieldDiff field) {
        table.row(
                record.source(),
                record.record().orElse(""),
                field.field(),
                String.join(" | ", field.source().values()),
                field.sent().orElse(""),
                field.found().orElse(""),
                field.loss().isEmpty() ? field.verdict() : field.verdict() + " " + field.loss());
    }
}
