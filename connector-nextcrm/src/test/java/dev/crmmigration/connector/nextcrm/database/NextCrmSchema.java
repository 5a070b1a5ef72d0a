package dev.crmmigration.connector.nextcrm.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The statements that make NextCRM's tables, exactly as a database has them to which all migrations up to release v0.21.2
 * were applied. The seven tables of embeddings are left out: they need an extension, and nobody reads them.
 */
final class NextCrmSchema {

    private NextCrmSchema() {}

    private static boolean isEmbedding(String table) {
        return table.startsWith("crm_Embeddings_")
                || Set.of("EmailEmbedding", "crm_Document_Chunks").contains(table);
    }

    /** Returns the names of all tables. */
    static Set<String> tables() {
        return Table.rows("schema").stream()
                .map(row -> row.get(0))
                .filter(Predicate.not(NextCrmSchema::isEmbedding))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<String> statements() {
        List<String> statements = new ArrayList<>();
        enums().forEach((name, values) -> statements.add("CREATE TYPE " + quoted(name) + " AS ENUM ("
                + values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", ")) + ")"));
        columns()
                .forEach((table, columns) ->
                        statements.add("CREATE TABLE " + quoted(table) + " (" + String.join(", ", columns) + ")"));
        statements.addAll(indexes());
        statements.addAll(foreignKeys());
        statements.add("ALTER TABLE \"Invoices\" ADD CHECK ((\"baseCurrency\" IS NULL) = (\"fxRateToBase\" IS NULL))");
        return statements;
    }

    private static Map<String, List<String>> enums() {
        Map<String, List<String>> enums = new LinkedHashMap<>();
        Table.rows("enums")
                .forEach(row -> enums.computeIfAbsent(row.get(0), any -> new ArrayList<>())
                        .add(row.get(1)));
        return enums;
    }

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (List<String> row : Table.rows("schema")) {
            if (!isEmbedding(row.get(0))) {
                String column = quoted(row.get(1)) + " " + row.get(7)
                        + (row.get(4).isEmpty() ? "" : " DEFAULT " + row.get(4))
                        + (row.get(3).equals("NO") ? " NOT NULL" : "");
                tables.computeIfAbsent(row.get(0), any -> new ArrayList<>()).add(column);
            }
        }
        return tables;
    }

    private static List<String> indexes() {
        return Table.rows("indexes").stream()
                .filter(row -> !isEmbedding(row.get(0)))
                .map(NextCrmSchema::index)
                .toList();
    }

    private static String index(List<String> row) {
        String columns = List.of(row.get(5).split(",")).stream()
                .map(NextCrmSchema::quoted)
                .collect(Collectors.joining(", ", "(", ")"));
        if (row.get(3).equals("t")) {
            return "ALTER TABLE " + quoted(row.get(0)) + " ADD CONSTRAINT " + quoted(row.get(1)) + " PRIMARY KEY "
                    + columns;
        }
        return "CREATE " + (row.get(2).equals("t") ? "UNIQUE " : "") + "INDEX " + quoted(row.get(1)) + " ON "
                + quoted(row.get(0)) + " USING " + row.get(4) + " " + columns;
    }

    private static List<String> foreignKeys() {
        return Table.rows("fks").stream()
                .filter(row -> !isEmbedding(row.get(0)))
                .map(row -> "ALTER TABLE " + quoted(row.get(0)) + " ADD CONSTRAINT " + quoted(row.get(6))
                        + " FOREIGN KEY (" + quoted(row.get(1)) + ") REFERENCES " + quoted(row.get(2)) + "("
                        + quoted(row.get(3)) + ") ON DELETE " + row.get(4) + " ON UPDATE " + row.get(5))
                .toList();
    }

    static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
