package dev.crmmigration.engine.internal.document;

import java.util.ArrayList;
import java.util.List;

/** The numbers of a chart, where there are no pictures. */
final class ChartTables {

    private ChartTables() {}

    static Table of(BarChart chart) {
        List<String> columns = new ArrayList<>(List.of("Name"));
        chart.parts().forEach(part -> columns.add(part.name()));
        Table.Builder table = Table.titled(chart.title(), columns.toArray(String[]::new));
        chart.bars().forEach(bar -> {
            List<Object> cells = new ArrayList<>(List.of(bar.label()));
            cells.addAll(bar.amounts());
            table.row(cells.toArray());
        });
        return table.build();
    }

    static Table of(FlowChart chart) {
        Table.Builder table = Table.titled(chart.title(), chart.left(), chart.right(), "Records");
        chart.links().forEach(link -> table.row(link.from(), link.to(), link.amount()));
        return table.build();
    }
}
