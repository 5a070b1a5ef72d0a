package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.Acceptance;
import dev.crmmigration.engine.Cutover;
import dev.crmmigration.engine.Freeze;

/** Freeze, certificate of the cutover and acceptance as text. */
public final class CutoverText {

    private CutoverText() {}

    public static void print(Freeze freeze, Text text) {
        text.line("The source must not change after " + Words.moment(freeze.at()) + ", says " + freeze.by() + ".");
        freeze.replaces()
                .ifPresent(earlier -> text.line("The freeze at " + Words.moment(earlier) + " counts no more."));
        text.list("See to it now, in this order", freeze.checklist());
    }

    public static void print(Cutover cutover, Text text) {
        if (cutover.at().isPresent()) {
            text.line("CUTOVER CERTIFICATE");
            text.line("At:               " + Words.moment(cutover.at().get()));
            text.line("By:               " + cutover.by());
        }
        text.line("System of record: " + cutover.systemOfRecord());
        text.line("Account:          " + cutover.account());
        cutover.freeze()
                .ifPresent(
                        freeze -> text.line("Source frozen at: " + Words.moment(freeze.at()) + ", by " + freeze.by()));
        cutover.takenAt()
                .ifPresent(taken -> text.line(
                        "Source read last: " + Words.moment(taken) + " (generation " + cutover.generation() + ")"));
        cutover.verifiedAt().ifPresent(verified -> text.line("Verified:         " + Words.moment(verified)));
        if (cutover.breaches() > 0) {
            text.line("Breaches:         " + Words.count(cutover.breaches(), "record")
                    + " changed at the source after the freeze, and taken along");
        }
        if (cutover.acknowledged() > 0) {
            text.line("Acknowledged:     " + Words.count(cutover.acknowledged(), "record") + " not arrived");
        }
        cutover.hypercareUntil().ifPresent(end -> text.line("Hypercare until:  " + Words.moment(end)));
        text.table("Records", RunText.mappings(cutover.mappings()));
        text.table("Roots", roots(cutover));
        text.list("Cannot be read back, so nothing is shown of them", cutover.unverified());
    }

    private static Table roots(Cutover cutover) {
        Table table = Table.of("object", "source", "destination", "converged");
        cutover.roots()
                .forEach(root -> table.row(
                        root.object(),
                        Words.shortened(root.source()),
                        Words.shortened(root.destination()),
                        Words.yesOrNo(root.agrees())));
        return table;
    }

    public static void print(Acceptance acceptance, Text text) {
        text.line("Accepted at " + Words.moment(acceptance.at()) + " by " + acceptance.by()
                + ": nothing can be repaired or taken back any more.");
        text.line("Cut over at " + Words.moment(acceptance.cutOverAt()) + "; since then "
                + Words.count(acceptance.driftChecks(), "drift check") + " and "
                + Words.count(acceptance.repairs(), "line") + " of repairs. See reports/hypercare.jsonl");
    }
}
