package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.RunReport.ReasonCount;
import dev.crmmigration.engine.StepCost;
import java.util.List;

/** What became of everything that is owed, as text. */
public final class RunText {

    private RunText() {}

    public static void print(RunReport report, Text text) {
        text.table("Records", mappings(report.mappings()));
        text.table("Objects that are closed", phases(report));
        text.table("Waiting", reasons(report.held()));
        text.table("Refused", reasons(report.failed()));
        text.table("The first of them", first(report));
        text.table("Changed by the source and not simply written", edits(report));
        text.list("Gone at the source, to be decided about", report.gone());
        text.table("Changed at the source after the freeze", breaches(report));
        if (report.resolved() > 0) {
            text.heading(Words.count(report.resolved(), "attempt") + " in doubt cleared up");
        }
        text.table("What the steps took", steps(report.steps()));
        if (!report.spent().isEmpty()) {
            text.heading("Spent so far: " + Words.amounts(report.spent()));
        }
    }

    public static Table mappings(List<MappingCounts> mappings) {
        Table table = Table.of(
                "mapping",
                "owed",
                "created",
                "updated",
                "adopted",
                "unchanged",
                "deleted",
                "held",
                "failed",
                "in doubt",
                "open",
                "duplicates",
                "closes");
        for (MappingCounts counts : mappings) {
            table.row(
                    counts.mapping(),
                    counts.owed(),
                    counts.created(),
                    counts.updated(),
                    counts.adopted(),
                    counts.unchanged(),
                    counts.deleted(),
                    counts.held(),
                    counts.failed(),
                    counts.inDoubt(),
                    counts.open(),
                    counts.duplicates(),
                    Words.yesOrNo(counts.closes()));
        }
        return table.withoutZeros();
    }

    static Table steps(List<StepCost> steps) {
        Table table = Table.of("step", "calls", "time", "machine time", "spent", "workspace");
        steps.forEach(step -> table.row(
                step.step(),
                step.calls(),
                Words.duration(step.time()),
                Words.duration(step.machineTime()),
                Words.amounts(step.spent()),
                Words.bytes(step.diskBytes())));
        return table;
    }

    private static Table phases(RunReport report) {
        Table table = Table.of(
                "object", "source", "created", "updated", "adopted", "skipped", "held", "failed", "there", "read back");
        report.phases()
                .forEach(phase -> table.row(
                        phase.object(),
                        phase.source(),
                        phase.created(),
                        phase.updated(),
                        phase.adopted(),
                        phase.skipped(),
                        phase.held(),
                        phase.failed(),
                        phase.there(),
                        phase.readBack().<Object>map(count -> count).orElse("not yet")));
        return table.withoutZeros();
    }

    public static Table reasons(List<ReasonCount> reasons) {
        Table table = Table.of("mapping", "reason", "records");
        reasons.forEach(reason -> table.row(reason.mapping(), reason.reason(), reason.effects()));
        return table;
    }

    private static Table first(RunReport report) {
        Table table = Table.of("record", "state", "reason");
        report.first().forEach(ended -> table.row(ended.effect(), ended.state(), ended.reason()));
        return table;
    }

    private static Table breaches(RunReport report) {
        Table table = Table.of("record", "changed at");
        report.breaches().forEach(breach -> table.row(breach.record(), Words.moment(breach.at())));
        return table;
    }

    private static Table edits(RunReport report) {
        Table table = Table.of("effect", "record", "field", "decision");
        report.edits().forEach(edit -> table.row(edit.effect(), edit.record(), edit.field(), edit.decision()));
        return table;
    }
}
