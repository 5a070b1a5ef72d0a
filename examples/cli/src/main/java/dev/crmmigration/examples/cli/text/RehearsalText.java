package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.RehearsalReport;

/** The rehearsal as text. */
public final class RehearsalText {

    private RehearsalText() {}

    public static void print(RehearsalReport rehearsal, Text text) {
        text.list("How the account differs from the real one", rehearsal.notes());
        text.table("Records", RunText.mappings(rehearsal.mappings()));
        text.table("Would wait", RunText.reasons(rehearsal.held()));
        text.table("Would be refused", RunText.reasons(rehearsal.failed()));
        Table differences = Table.of("effect", "record", "field", "kind");
        rehearsal
                .differences()
                .forEach(found -> differences.row(found.effect(), found.record(), found.field(), found.kind()));
        text.table("Would be missing or different", differences);
        text.line(rehearsal.closed() ? "  Everything that was written closes." : "  NOT everything closes.");
    }
}
