package dev.crmmigration.engine.internal.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.engine.internal.report.Json;
import java.util.List;

/** A document as JSON: sections with their texts, and tables as lists of objects. */
final class DocumentJson {

    private DocumentJson() {}

    static String of(Document document) {
        ObjectNode root = Json.object()
                .put("name", document.name())
                .put("title", document.title())
                .put("about", document.about());
        ArrayNode sections = root.putArray("sections");
        document.sections().forEach(section -> sections.add(section(section)));
        return Json.pretty(root);
    }

    private static ObjectNode section(Section section) {
        ObjectNode node = Json.object().put("title", section.title());
        ArrayNode blocks = node.putArray("blocks");
        section.flat().forEach(block -> blocks.add(block(block)));
        return node;
    }

    private static ObjectNode block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return Json.object().put("text", paragraph.text());
        }
        if (block instanceof Block.Items items) {
            return Json.object().put("title", items.heading()).set("items", Json.texts(items.items()));
        }
        if (block instanceof Block.Figures figures) {
            ObjectNode node = Json.object();
            figures.figures().forEach(figure -> node.put(figure.label(), figure.value()));
            return Json.object().set("figures", node);
        }
        if (block instanceof Table table) {
            return table(table);
        }
        return block instanceof BarChart chart
                ? table(ChartTables.of(chart))
                : table(ChartTables.of((FlowChart) block));
    }

    private static ObjectNode table(Table table) {
        ObjectNode node = Json.object().put("title", table.title());
        ArrayNode rows = node.putArray("rows");
        for (List<Cell> row : table.rows()) {
            ObjectNode line = rows.addObject();
            for (int column = 0; column < row.size(); column++) {
                Cell cell = row.get(column);
                if (cell.isNumber()) {
                    line.put(table.columns().get(column), Long.parseLong(cell.text()));
                } else {
                    line.put(table.columns().get(column), cell.text());
                }
            }
        }
        return node;
    }
}
