package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.Drift;
import dev.crmmigration.engine.RepairReport;

/** What became of the records after the cutover, and what was repaired, as text. */
public final class DriftText {

    private DriftText() {}

    public static void print(Drift drift, Text text) {
        drift.since().ifPresent(since -> text.line("Changes since " + Words.moment(since) + ", when all was verified"));
        drift.hypercareUntil().ifPresent(end -> text.line("Hypercare until " + Words.moment(end)));
        text.table("Records", objects(drift));
        text.table("Values that are not as they were left", fields(drift));
        text.table("The first of them", first(drift));
        text.table("Checks", checks(drift));
    }

    private static Table objects(Drift drift) {
        Table table = Table.of(
                "object",
                "ours",
                "as left",
                "changed by people",
                "by other apps",
                "by others",
                "lost a value",
                "missing",
                "not visible",
                "not readable",
                "new by others");
        drift.objects()
                .forEach(object -> table.row(
                        object.object(),
                        object.records(),
                        object.asLeft(),
                        object.people(),
                        object.apps(),
                        object.others(),
                        object.lost(),
                        object.missing(),
                        object.hidden(),
                        object.unverified(),
                        object.newByOthers()));
        return table.withoutZeros();
    }

    private static Table fields(Drift drift) {
        Table table = Table.of("mapping", "field", "values");
        drift.fields().stream()
                .filter(field -> field.kinds().keySet().stream().anyMatch(kind -> !kind.equals("AS_LEFT")))
                .forEach(field -> table.row(field.mapping(), field.field(), Words.amounts(field.kinds())));
        return table;
    }

    private static Table first(Drift drift) {
        Table table = Table.of("record", "field", "kind", "effect");
        drift.first().forEach(change -> table.row(change.record(), change.field(), change.kind(), change.effect()));
        return table;
    }

    private static Table checks(Drift drift) {
        Table table = Table.of("at", "as left", "edited", "lost", "missing", "not visible", "new by others");
        drift.checks()
                .forEach(check -> table.row(
                        Words.moment(check.at()),
                        check.asLeft(),
                        check.edited(),
                        check.lost(),
                        check.missing(),
                        check.hidden(),
                        check.newByOthers()));
        return table;
    }

    public static void print(RepairReport report, Text text) {
        if (!report.repairs().isEmpty()) {
            text.line("Repairs: " + Words.amounts(report.repairs()));
        }
        Table table = Table.of("record", "field", "problem", "cause", "repair", "effect");
        report.first()
                .forEach(one ->
                        table.row(one.record(), one.field(), one.problem(), one.cause(), one.repair(), one.effect()));
        text.table("Records", table);
    }
}
