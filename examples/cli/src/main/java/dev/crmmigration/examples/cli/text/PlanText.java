package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.Plan;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The plan as text. */
public final class PlanText {

    private PlanText() {}

    public static void print(Plan plan, Text text) {
        text.line(plan.headline());
        text.table("What becomes of what", mappings(plan));
        text.table("Decisions", choices(plan));
        text.table("Owners", owners(plan));
        text.table("Values", values(plan));
        text.table("Pipelines and their stages", pipelines(plan));
        text.table("The destination must have", schema(plan));
        text.table("Will wait", holds(plan));
        text.table("Cannot arrive as it is", losses(plan));
        text.table("Fields that nothing reads", unmapped(plan));
        text.table("What becomes of them", fields(plan));
        text.table("Left out", excluded(plan));
        text.list("Cannot move and is to be rebuilt", plan.automations());
        text.list("The source cannot give", plan.gaps());
        text.table("Files", files(plan));
        text.table("Cost", costs(plan));
        text.table("How records are created", creations(plan));
        plan.stale().ifPresent(stale -> text.table(heading(stale), stale(stale)));
        text.table("How hard it is: " + plan.grade().overall(), grade(plan));
        text.line("  Run and verification take " + Words.duration(plan.grade().earliest()) + " to "
                + Words.duration(plan.grade().latest()) + ".");
        if (!plan.shortestRun().isZero()) {
            text.line("  The budget allows to run it in " + Words.duration(plan.shortestRun()) + " at least.");
        }
        text.list("Open questions, to be answered in plan.json", questions(plan));
    }

    public static Table mappings(Plan plan) {
        Table table = Table.of("row", "object", "fidelity", "records", "duplicates");
        plan.mappings()
                .forEach(mapping -> table.row(
                        mapping.row(), mapping.title(), mapping.fidelity(), mapping.effects(), mapping.duplicates()));
        return table;
    }

    private static String heading(Plan.StaleContacts stale) {
        return "With and without " + Words.count(stale.contacts(), "contact")
                + " that bounced, unsubscribed or went stale (staleContacts: " + stale.answer() + ")";
    }

    private static Table stale(Plan.StaleContacts stale) {
        Table table = Table.of("contacts", "allowance", "run", "verify", "rollback");
        stale.kept().forEach(cost -> table.row("keep", cost.allowance(), cost.run(), cost.verify(), cost.rollback()));
        stale.leftOut()
                .forEach(cost -> table.row("leaveOut", cost.allowance(), cost.run(), cost.verify(), cost.rollback()));
        return table;
    }

    public static Table grade(Plan plan) {
        Table table = Table.of("side", "grade", "because");
        plan.grade().lines().forEach(line -> table.row(line.name(), line.grade(), line.reason()));
        return table;
    }

    public static Table choices(Plan plan) {
        Table table = Table.of("choice", "answer", "could be");
        plan.choices()
                .forEach(choice ->
                        table.row(choice.name(), choice.answer().orElse("?"), String.join(", ", choice.options())));
        return table;
    }

    public static Table owners(Plan plan) {
        Table table = Table.of("owner", "records", "outcome", "becomes");
        plan.owners().forEach(owner -> table.row(owner.email(), owner.records(), owner.outcome(), owner.becomes()));
        return table;
    }

    /** Returns a line for each value that occurs. */
    public static Table values(Plan plan) {
        Table table = Table.of("value map", "value", "records", "becomes");
        for (Plan.ValueMapView map : plan.valueMaps()) {
            map.values().stream()
                    .filter(value -> value.occurrences() > 0)
                    .forEach(value -> table.row(
                            map.name(),
                            value.value(),
                            value.occurrences(),
                            value.becomes().orElse("?")));
        }
        return table;
    }

    /** Returns a line for each value map. */
    public static Table valueMaps(Plan plan) {
        Table table = Table.of("value map", "values", "kept as they are", "renamed", "left out", "open");
        for (Plan.ValueMapView map : plan.valueMaps()) {
            List<String> fates = map.values().stream()
                    .filter(value -> value.occurrences() > 0)
                    .map(PlanText::fate)
                    .toList();
            table.row(
                    map.name(),
                    fates.size(),
                    Collections.frequency(fates, "kept"),
                    Collections.frequency(fates, "renamed"),
                    Collections.frequency(fates, "left out"),
                    Collections.frequency(fates, "open"));
        }
        return table.withoutZeros();
    }

    private static String fate(Plan.ValueView value) {
        if (value.becomes().isEmpty()) {
            return "open";
        }
        String becomes = value.becomes().get();
        if (becomes.isEmpty()) {
            return "left out";
        }
        return becomes.equalsIgnoreCase(value.value()) ? "kept" : "renamed";
    }

    public static Table pipelines(Plan plan) {
        Table table = Table.of("pipeline", "stage", "from", "records", "of them", "there");
        plan.pipelines()
                .forEach(pipeline -> pipeline.stages()
                        .forEach(stage -> table.row(
                                pipeline.name(),
                                stage.name(),
                                String.join(", ", stage.values()),
                                stage.records(),
                                statuses(stage),
                                stage.exists() ? "yes" : "to be made")));
        return table;
    }

    private static String statuses(Plan.StageView stage) {
        return stage.statuses().entrySet().stream()
                .map(status -> status.getValue() + " " + status.getKey())
                .collect(Collectors.joining(", "));
    }

    public static Table schema(Plan plan) {
        Table table = Table.of("object", "kind", "name", "there");
        plan.schema()
                .forEach(element -> table.row(
                        element.object(), element.kind(), element.label(), element.exists() ? "yes" : "to be made"));
        return table;
    }

    public static Table holds(Plan plan) {
        Table table = Table.of("mapping", "reason", "records");
        plan.holds().forEach(hold -> table.row(hold.mapping(), hold.reason(), hold.effects()));
        return table;
    }

    public static Table losses(Plan plan) {
        Table table = Table.of("mapping", "field", "loss", "records");
        plan.losses().forEach(loss -> table.row(loss.mapping(), loss.field(), loss.loss(), loss.records()));
        return table;
    }

    public static Table unmapped(Plan plan) {
        Table table = Table.of("object", "field", "values");
        plan.unmapped().forEach(field -> table.row(field.object(), field.field(), field.filled()));
        return table;
    }

    /** Returns the fields that no row reads, but for those that stay behind. */
    public static Table fields(Plan plan) {
        Table table = Table.of("object", "field", "decision", "target", "proposal", "confidence");
        plan.fields().stream()
                .filter(field -> !field.decision().equals(Optional.of("SKIP")))
                .forEach(field -> table.row(
                        field.object(),
                        field.field(),
                        field.decision().orElse("open"),
                        field.target(),
                        field.tier(),
                        field.confidence()));
        return table;
    }

    public static Table excluded(Plan plan) {
        Table table = Table.of("object", "reason", "records");
        plan.excluded().forEach(left -> table.row(left.object(), left.reason(), left.records()));
        return table;
    }

    public static Table files(Plan plan) {
        Table table = Table.of("object", "files", "size", "largest allowed", "too large");
        plan.files()
                .forEach(count -> table.row(
                        count.object(),
                        count.files(),
                        Words.bytes(count.bytes()),
                        count.largest().map(Words::bytes).orElse("any"),
                        count.tooLarge()));
        return table;
    }

    public static Table costs(Plan plan) {
        Table table = Table.of("allowance", "prepare", "run", "verify", "rollback");
        plan.costs()
                .forEach(cost ->
                        table.row(cost.allowance(), cost.prepare(), cost.run(), cost.verify(), cost.rollback()));
        return table;
    }

    /** Returns a line for each object that is written. */
    public static Table creations(Plan plan) {
        Table table = Table.of("object", "records", "a call", "takes", "what is decided");
        plan.creations()
                .forEach(creation -> table.row(
                        creation.object(),
                        creation.records(),
                        creation.perCall(),
                        creation.takes().entrySet().stream()
                                .map(taken -> taken.getKey() + " " + taken.getValue())
                                .collect(Collectors.joining(", ")),
                        creation.way().orElse("")));
        return table;
    }

    public static List<String> questions(Plan plan) {
        return plan.questions().stream()
                .map(question -> question.where() + ": " + question.question())
                .toList();
    }
}
