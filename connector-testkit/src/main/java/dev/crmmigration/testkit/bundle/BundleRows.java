package dev.crmmigration.testkit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the rows of a bundle, with the types that an API gives them. */
final class BundleRows {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private final BundleKind kind;

    BundleRows(BundleKind kind) {
        this.kind = kind;
    }

    /**
     * Returns the rows of all files of a folder, by the name of the file without its ending.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    Map<String, List<ObjectNode>> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("setting 'export' must name the folder of a bundle but was " + folder);
        }
        Map<String, List<ObjectNode>> rows = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                int dot = name.lastIndexOf('.');
                String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
                if (ending.equals("csv")) {
                    rows.put(name.substring(0, dot), csv(file));
                } else if (ending.equals("ndjson")) {
                    rows.put(name.substring(0, dot), lines(file));
                } else if (ending.equals("json") && !name.equals("manifest.json")) {
                    rows.put(name.substring(0, dot), items(Json.parse(Files.readAllBytes(file))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the bundle cannot be read", e);
        }
        return rows;
    }

    private static List<ObjectNode> items(JsonNode list) {
        List<ObjectNode> rows = new ArrayList<>();
        list.forEach(item -> {
            if (item instanceof ObjectNode row) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static List<ObjectNode> lines(Path file) throws IOException {
        List<ObjectNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                rows.add(Json.parseOwn(line.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return rows;
    }

    private List<ObjectNode> csv(Path file) throws IOException {
        List<List<String>> all = CsvRows.of(Files.readAllBytes(file));
        List<ObjectNode> rows = new ArrayList<>();
        List<String> header = all.isEmpty() ? List.of() : all.get(0);
        for (List<String> cells : all.subList(Math.min(1, all.size()), all.size())) {
            ObjectNode row = new ObjectNode(NODES);
            for (int i = 0; i < header.size() && i < cells.size(); i++) {
                row.set(header.get(i), value(header.get(i), cells.get(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    /** A cell that is not of its column's type stays text, as what people typed into a field of text does. */
    private JsonNode value(String column, String cell) {
        if (kind.lists().contains(column)) {
            return list(cell);
        }
        if (cell.isEmpty()) {
            return NODES.nullNode();
        }
        if (kind.numbers().contains(column) && NUMBER.matcher(cell).matches()) {
            return cell.indexOf('.') < 0
                    ? NODES.numberNode(Long.parseLong(cell))
                    : DecimalNode.valueOf(new BigDecimal(cell));
        }
        if (kind.flags().contains(column) && (cell.equals("true") || cell.equals("false"))) {
            return NODES.booleanNode(cell.equals("true"));
        }
        return NODES.textNode(cell);
    }

    private static ArrayNode list(String cell) {
        ArrayNode list = NODES.arrayNode();
        for (String word : cell.split("(?<!\\\\);", -1)) {
            String text = word.replace("\\;", ";").strip();
            if (!text.isEmpty()) {
                list.add(text);
            }
        }
        return list;
    }
}
