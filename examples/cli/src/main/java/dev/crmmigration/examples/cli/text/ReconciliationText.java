package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.Reconciliation.FieldComparison;

/** The proof that everything arrived, as text. */
public final class ReconciliationText {

    private ReconciliationText() {}

    public static void print(Reconciliation proof, Text text) {
        text.table("Read back", verified(proof));
        text.table("Roots", roots(proof));
        text.table("Fields with losses or differences", uneven(proof));
        text.line("  " + fieldsInWords(proof));
        text.table("Missing or different", differences(proof));
        text.table("Counts by file", ProfileText.files(proof.files()));
        text.table("Counts by object", objects(proof));
        text.table("Counts by mapping", RunText.mappings(proof.mappings()));
        text.heading(proof.closed() ? "Everything closes." : "NOT everything closes.");
    }

    public static Table verified(Reconciliation proof) {
        Table table =
                Table.of("object", "way", "records", "equal", "different", "missing", "not visible", "unverified");
        proof.verified()
                .forEach(object -> table.row(
                        object.object(),
                        object.way(),
                        object.records(),
                        object.equal(),
                        object.different(),
                        object.missing(),
                        object.hidden(),
                        object.unverified()));
        return table;
    }

    private static Table roots(Reconciliation proof) {
        Table table = Table.of("object", "source", "destination", "converged");
        proof.roots()
                .forEach(root -> table.row(
                        root.object(),
                        Words.shortened(root.source()),
                        Words.shortened(root.destination()),
                        Words.yesOrNo(root.agrees())));
        return table;
    }

    /** Returns the fields that did not arrive exactly as they were, declared or not. */
    public static Table uneven(Reconciliation proof) {
        Table table = Table.of("mapping", "field", "compared", "equal", "declared losses", "different");
        for (FieldComparison field : proof.fields()) {
            if (field.losses() > 0 || field.different() > 0) {
                table.row(
                        field.mapping(),
                        field.field(),
                        field.compared(),
                        field.equal(),
                        field.losses(),
                        field.different());
            }
        }
        return table;
    }

    /** Returns the sum over all fields in one sentence. */
    public static String fieldsInWords(Reconciliation proof) {
        long compared =
                proof.fields().stream().mapToLong(FieldComparison::compared).sum();
        long losses = proof.fields().stream().mapToLong(FieldComparison::losses).sum();
        long different =
                proof.fields().stream().mapToLong(FieldComparison::different).sum();
        return Words.count(compared, "value") + " of "
                + Words.count(proof.fields().size(), "field") + " compared: " + Words.number(losses)
                + " with a declared loss, " + Words.number(different) + " different.";
    }

    public static Table differences(Reconciliation proof) {
        Table table = Table.of("effect", "record", "field", "kind");
        proof.differences().forEach(found -> table.row(found.effect(), found.record(), found.field(), found.kind()));
        return table;
    }

    public static Table objects(Reconciliation proof) {
        Table table = Table.of("object", "records", "ways", "closes");
        proof.objects()
                .forEach(object -> table.row(
                        object.object(),
                        object.records(),
                        Words.amounts(object.ways()),
                        Words.yesOrNo(object.closes())));
        return table;
    }
}
