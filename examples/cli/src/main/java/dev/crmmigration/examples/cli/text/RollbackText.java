package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.RollbackReport;

/** What was taken back, and the proof, as text. */
public final class RollbackText {

    private RollbackText() {}

    public static void print(RollbackReport report, Text text) {
        text.table("Records", counts(report));
        text.table("Roots", roots(report));
        text.table("Schema", PrepareText.elements(report.schema()));
        text.table("Kept", kept(report));
        text.list("Changed by others meanwhile", report.changedByOthers());
        text.list("Made by others meanwhile", report.newByOthers());
        text.list("Left over", report.residue());
        text.heading(
                report.proven()
                        ? "PROVEN: the account is again as it was."
                        : "NOT PROVEN that the account is again as it was.");
    }

    public static Table counts(RollbackReport report) {
        return Table.of("what", "records")
                .row("ours, taken away", report.deleted())
                .row("ours, already gone", report.alreadyGone())
                .row("ours, changed back", report.restored())
                .row("ours, kept because others use them", report.kept().size())
                .row("there before, as they were", report.unchanged())
                .row("there before, changed by others", report.changedByOthers().size())
                .row("new, made by others", report.newByOthers().size())
                .row("left over", report.residue().size());
    }

    private static Table roots(RollbackReport report) {
        Table table = Table.of("object", "before", "now", "as it was");
        report.roots()
                .forEach(root -> table.row(
                        root.object(),
                        Words.shortened(root.before()),
                        Words.shortened(root.after()),
                        Words.yesOrNo(root.agrees())));
        return table;
    }

    private static Table kept(RollbackReport report) {
        Table table = Table.of("record", "reason");
        report.kept().forEach(kept -> table.row(kept.record(), kept.reason()));
        return table;
    }
}
