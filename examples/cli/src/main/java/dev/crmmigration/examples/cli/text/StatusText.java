package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.Approval;
import dev.crmmigration.engine.Status;

/** The short reports as text: where the migration stands, who approved it. */
public final class StatusText {

    private StatusText() {}

    public static void print(Status status, Text text) {
        text.line("Phase: " + status.phase());
        text.line("Next:  " + status.next());
        text.line("System of record: " + status.systemOfRecord());
        text.line("Delta window: " + window(status.deltaWindow()));
        status.freeze().ifPresent(freeze -> text.line("Source frozen: " + mark(freeze)));
        status.cutover().ifPresent(cutover -> text.line("Cut over: " + mark(cutover)));
        if (status.cutover().isPresent()) {
            text.line("Hypercare: " + window(status.hypercare()));
        }
        status.acceptance().ifPresent(acceptance -> text.line("Accepted: " + mark(acceptance)));
        if (!status.effects().isEmpty()) {
            text.line("Records: " + Words.amounts(status.effects()));
        }
        text.table("What the steps took", RunText.steps(status.steps()));
        if (!status.spent().isEmpty()) {
            text.line("Spent: " + Words.amounts(status.spent()));
        }
    }

    private static String mark(Status.Mark mark) {
        return Words.moment(mark.at()) + ", by " + mark.by();
    }

    private static String window(Status.Window window) {
        String length = Words.duration(window.length());
        return window.ends()
                .map(end -> length + " until " + Words.moment(end)
                        + (window.left().isZero() ? ", over" : ", left " + Words.duration(window.left())))
                .orElse(length + ", not begun");
    }

    public static void print(Approval approval, Text text) {
        text.line("Plan " + approval.fingerprint());
        text.line("Account " + approval.account());
        text.line("By " + approval.by() + " on " + Words.moment(approval.at()));
    }
}
