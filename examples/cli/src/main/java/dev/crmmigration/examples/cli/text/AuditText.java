package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.AuditEntries;
import dev.crmmigration.engine.AuditErasure;
import dev.crmmigration.engine.AuditReport;
import java.util.stream.Collectors;

/** What the audit commands give, as text. */
public final class AuditText {

    private AuditText() {}

    public static void print(AuditReport report, Text text) {
        report.trails().forEach(trail -> text.line(trail.sink() + ": " + told(trail)));
    }

    private static String told(AuditReport.Trail trail) {
        if (!trail.readable()) {
            return "cannot be read back, and was not checked";
        }
        if (!trail.problem().isEmpty()) {
            return "NOT WHOLE: " + trail.problem();
        }
        String pending = trail.pending() == 0
                ? ""
                : "; " + Words.count(trail.pending(), "more event") + " will be delivered by the next step";
        return Words.count(trail.events(), "event") + pending + "; " + signatures(trail);
    }

    private static String signatures(AuditReport.Trail trail) {
        if (trail.signedUpTo() == 0) {
            return "not signed";
        }
        String keys = String.join(", ", trail.signedWith());
        String checked = trail.signaturesChecked() ? "" : ", not checked: name the public key to check it";
        String after = trail.signedUpTo() == trail.events() ? "" : "; what comes after is not signed";
        return "signed up to event " + Words.number(trail.signedUpTo()) + " with key " + keys + checked + after;
    }

    public static void print(AuditEntries entries, Text text) {
        for (AuditEntries.Entry entry : entries.entries()) {
            String attributes = entry.attributes().entrySet().stream()
                    .map(attribute -> " " + attribute.getKey() + "=" + attribute.getValue())
                    .collect(Collectors.joining());
            text.line(entry.sequence() + "  " + entry.at() + "  " + entry.kind() + attributes);
        }
        text.line(Words.count(entries.entries().size(), "event") + " of " + Words.number(entries.total()));
    }

    public static void print(AuditErasure erasure, Text text) {
        text.line("Erased: " + Words.count(erasure.erased(), "value"));
    }
}
