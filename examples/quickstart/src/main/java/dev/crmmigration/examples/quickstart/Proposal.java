package dev.crmmigration.examples.quickstart;

import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.examples.cli.text.PlanText;
import dev.crmmigration.examples.cli.text.PrepareText;
import dev.crmmigration.examples.cli.text.Table;
import dev.crmmigration.examples.cli.text.Text;
import dev.crmmigration.examples.cli.text.Words;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what is planned, and what was made ready. */
final class Proposal {

    private Proposal() {}

    static void print(Plan plan, Text text) {
        text.paragraph(
                "The plan is a file, plan.json: names and labels only, to be read, edited and approved by a person. "
                        + plan.headline() + ".");
        text.table("Rows of the table", PlanText.mappings(plan));
        text.table("Decisions", PlanText.choices(plan));
        text.paragraph("All of them have a proposal but the owner of what Kartra names no owner for: that question was"
                + " answered at the start, by the policy defaultOwner. A person may answer otherwise in plan.json.");
        text.table("Values, each with what it becomes in plan.json", PlanText.valueMaps(plan));
        text.table("Owners", PlanText.owners(plan));
        text.table("What will wait", PlanText.holds(plan));
        text.table("What cannot arrive as it is", PlanText.losses(plan));
        text.table("Left out", PlanText.excluded(plan));
        text.table("Schema", schema(plan));
        text.table("Cost in tokens and requests", PlanText.costs(plan));
        text.table("How hard it is: " + plan.grade().overall(), PlanText.grade(plan));
        text.line("  The budget allows to run it in " + Words.duration(plan.shortestRun()) + " at least.");
        text.list("Open questions", PlanText.questions(plan));
    }

    private static Table schema(Plan plan) {
        Map<String, Long> counts = plan.schema().stream()
                .collect(Collectors.groupingBy(
                        element -> element.object() + "\t" + element.kind(), TreeMap::new, Collectors.counting()));
        Table table = Table.of("object", "kind", "needed", "to be made");
        counts.forEach((group, needed) -> {
            String[] names = group.split("\t", -1);
            long made = plan.schema().stream()
                    .filter(element ->
                            element.object().equals(names[0]) && element.kind().equals(names[1]))
                    .filter(element -> !element.exists())
                    .count();
            table.row(names[0], names[1], needed, made);
        });
        return table;
    }

    static void print(PrepareReport prepared, Text text) {
        text.paragraph(
                "Before the first change an image of the account is kept, so that it can be proven later that it is"
                        + " again as it was.");
        text.table("Looked at before the first change", PrepareText.preflight(prepared));
        text.table("Records in the image", PrepareText.before(prepared));
        text.table("Schema", PrepareText.elements(prepared.schema()));
        text.line("  " + Words.count(prepared.effects(), "record") + " are owed.");
    }
}
