package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.PrepareReport.Element;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was done to make the destination ready, as text. */
public final class PrepareText {

    private PrepareText() {}

    public static void print(PrepareReport report, Text text) {
        text.table("Looked at before the first change", preflight(report));
        text.table("Schema", elements(report.schema()));
        text.list("For a person to do", instructions(report));
        text.table("Records that are there already", before(report));
        text.heading(Words.count(report.effects(), "record") + " to be written");
    }

    /** Returns how many elements of each kind came out how. */
    public static Table elements(List<Element> elements) {
        Map<String, Long> counts = elements.stream()
                .collect(Collectors.groupingBy(PrepareText::group, TreeMap::new, Collectors.counting()));
        Table table = Table.of("object", "kind", "outcome", "elements");
        counts.forEach((group, count) -> {
            String[] names = group.split("\t", -1);
            table.row(names[0], names[1], names[2], count);
        });
        return table;
    }

    private static String group(Element element) {
        return element.object() + "\t" + element.kind() + "\t" + element.outcome();
    }

    /** Returns a line for each thing that was found out about the account. */
    public static Table preflight(PrepareReport report) {
        Table table = Table.of("level", "what", "finding");
        report.preflight().forEach(finding -> table.row(finding.level(), finding.code(), finding.message()));
        return table;
    }

    public static Table before(PrepareReport report) {
        Table table = Table.of("object", "records");
        report.before().forEach(table::row);
        return table;
    }

    private static List<String> instructions(PrepareReport report) {
        return report.schema().stream()
                .filter(element -> !element.instruction().isEmpty())
                .map(element -> element.object() + ", " + element.kind() + " '" + element.label() + "': "
                        + element.instruction())
                .toList();
    }
}
