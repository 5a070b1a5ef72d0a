package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.Approval;
import dev.crmmigration.engine.Status;

/** The short reports as text: where the migration stands, who approved it. */
public final class StatusText {

    private StatusText() {}

    public static void print(Status status, Text text) {
        text.line("Phase: " + status.phase());
        text.line("Next:  " + status.next());
        if (!status.effects().isEmpty()) {
            text.line("Records: " + Words.amounts(status.effects()));
        }
        text.table("What the steps took", RunText.steps(status.steps()));
        if (!status.spent().isEmpty()) {
            text.line("Spent: " + Words.amounts(status.spent()));
        }
    }

    public static void print(Approval approval, Text text) {
        text.line("Plan " + approval.fingerprint());
        text.line("Account " + approval.account());
        text.line("By " + approval.by() + " on " + Words.moment(approval.at()));
    }
}
