package dev.crmmigration.connector.nextcrm.database;

import static dev.crmmigration.connector.nextcrm.database.NextCrmSchema.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The statements that lead from the newest tables back to those of an earlier release, by the history of migrations. */
final class EarlierRelease {

    private EarlierRelease() {}

    static List<String> statements(String release) {
        List<List<String>> later = new ArrayList<>(Table.rows("history").stream()
                .filter(row -> compare(row.get(1), release) > 0)
                .toList());
        Collections.reverse(later);
        List<String> statements = new ArrayList<>();
        boolean invoices = false;
        for (List<String> row : later) {
            String table = quoted(row.get(3));
            if (row.get(3).equals("Invoices")) {
                invoices = true;
            }
            switch (row.get(2)) {
                case "+table" -> statements.add("DROP TABLE IF EXISTS " + table + " CASCADE");
                case "+column" ->
                    statements.add("ALTER TABLE IF EXISTS " + table + " DROP COLUMN IF EXISTS " + quoted(row.get(4))
                            + " CASCADE");
                case "~column" -> statements.addAll(retyped(table, row));
                default -> statements.addAll(back(table, row));
            }
        }
        if (invoices) {
            statements.add("ALTER TABLE \"Invoices\" ADD PRIMARY KEY (id)");
            statements.add(0, "ALTER TABLE \"Invoices\" DROP CONSTRAINT \"Invoices_pkey\" CASCADE");
        }
        return statements;
    }

    private static List<String> retyped(String table, List<String> row) {
        String before = row.get(5).split(" -> ", -1)[0];
        String type = before.replace(" not null", "");
        String column = quoted(row.get(4));
        List<String> statements = new ArrayList<>();
        if (!table.equals("\"Users\"") && !table.equals("\"verification\"")) {
            statements.add("ALTER TABLE " + table + " ALTER COLUMN " + column + " DROP DEFAULT");
            statements.add("ALTER TABLE " + table + " ALTER COLUMN " + column + " TYPE " + type + " USING " + column
                    + "::text::numeric::" + type);
            if (!type.equals("integer")) {
                statements.set(
                        1,
                        "ALTER TABLE " + table + " ALTER COLUMN " + column + " TYPE " + type + " USING " + column
                                + "::text::" + type);
            }
        }
        return statements;
    }

    /** A column that a later release took away comes back, without the duty to have a value. */
    private static List<String> back(String table, List<String> row) {
        if (!row.get(2).equals("-column")) {
            return List.of();
        }
        String type = row.get(5).replace(" not null", "");
        return List.of(
                "ALTER TABLE IF EXISTS " + table + " ADD COLUMN IF NOT EXISTS " + quoted(row.get(4)) + " " + type);
    }

    private static int compare(String release, String other) {
        return Arrays.compare(numbers(release), numbers(other));
    }

    private static int[] numbers(String release) {
        return Arrays.stream(release.substring(1).split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
