package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.Estimate;
import java.util.List;

/** An estimate as text. */
public final class EstimateText {

    private EstimateText() {}

    public static void print(Estimate estimate, Text text) {
        text.line(estimate.source() + " to " + estimate.destination() + ", " + Words.number(estimate.records())
                + " records");
        text.table("What becomes of what", rows(estimate));
        text.table("What it takes from the account", budgets(estimate));
        text.blank();
        text.line("Run and verification take " + Words.duration(estimate.fastest()) + " to "
                + Words.duration(estimate.slowest()) + " at least; a rollback would take "
                + Words.duration(estimate.rollback()) + ".");
        estimate.usual().ifPresent(usual -> usual(usual, text));
        text.table("How hard it is: " + estimate.grade().overall(), grade(estimate));
        text.table("Exports to be made by hand", exports(estimate));
        text.list("The source cannot give", estimate.gaps());
        text.list("Notes", estimate.notes());
        estimate.price().ifPresent(price -> price(price, text));
    }

    private static void usual(Estimate.Usual usual, Text text) {
        text.line("People are told " + Words.duration(usual.shortest()) + " to " + Words.duration(usual.longest())
                + ", with all that people do: the budget of the account "
                + (usual.reachable() ? "allows it." : "does not allow it."));
        usual.means().forEach(means -> text.line("  " + means));
    }

    private static Table rows(Estimate estimate) {
        Table table = Table.of("row", "from", "to", "at least", "at most", "because");
        estimate.rows()
                .forEach(row -> table.row(row.mapping(), row.from(), row.to(), row.least(), row.most(), row.why()));
        return table;
    }

    private static Table budgets(Estimate estimate) {
        Table table = Table.of(
                "allowance", "allowed", "prepare", "run", "verify", "days", "reserve for rollback", "its days");
        estimate.budgets()
                .forEach(budget -> table.row(
                        budget.allowance(),
                        budget.units(),
                        budget.prepare(),
                        budget.run(),
                        budget.verify(),
                        budget.days(),
                        budget.rollback(),
                        budget.rollbackDays()));
        return table;
    }

    private static Table grade(Estimate estimate) {
        Table table = Table.of("side", "grade", "because");
        estimate.grade().lines().forEach(line -> table.row(line.name(), line.grade(), line.reason()));
        return table;
    }

    private static Table exports(Estimate estimate) {
        Table table = Table.of("object", "exports", "where");
        estimate.exports().forEach(export -> table.row(export.object(), export.exports(), export.screen()));
        return table;
    }

    private static void price(Estimate.Price price, Text text) {
        Table table = Table.of("charge", "units", "amount");
        price.charges().forEach(charge -> table.row(charge.name(), charge.units(), charge.amount()));
        text.table("Price by the table of rates", table);
        text.list("", List.of("in all " + price.total() + " " + price.currency()));
    }
}
