package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.catalog.Option;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of all small tables by id, and the currency of amounts that name none. Immutable once read. */
final class SmallTables {

    private final Map<SmallTable, Map<String, String>> names = new EnumMap<>(SmallTable.class);
    private final Map<SmallTable, List<Option>> options = new EnumMap<>(SmallTable.class);
    private String currency = "";

    private SmallTables() {}

    static SmallTables read(Connection connection, AppSchema schema) throws SQLException {
        SmallTables read = new SmallTables();
        for (SmallTable table : SmallTable.values()) {
            read.names.put(table, schema.relation(table.table()) == null ? Map.of() : read.names(connection, table));
        }
        read.currency = defaultCurrency(connection, schema);
        return read;
    }

    /** Two rows may have one name; the second one is told apart, since a name in a record has to lead back to one row. */
    private Map<String, String> names(Connection connection, SmallTable table) throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        String query = "SELECT t.id, t." + Names.quoted(table.label()) + ", " + table.probability() + " FROM "
                + Names.quoted(table.table()) + " t ORDER BY " + table.order();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                String name = Texts.line(
                        Optional.ofNullable(row.getString(2)).orElse("").strip());
                if (!name.isEmpty()) {
                    String label = table == SmallTable.USERS ? name : unique(name, taken);
                    names.put(row.getString(1), label);
                    options.computeIfAbsent(table, any -> new ArrayList<>()).add(option(label, row));
                }
            }
        }
        return names;
    }

    /** Whole percents are what the application has; anything else there is no probability. */
    private static Option option(String label, ResultSet row) throws SQLException {
        Option option = Option.of(label, label);
        int percent = row.getInt(3);
        return row.wasNull() || percent < 0 || percent > 100 ? option : option.withProbability(percent);
    }

    private static String unique(String name, Set<String> taken) {
        String label = name;
        for (int n = 2; !taken.add(label); n++) {
            label = name + " (" + n + ")";
        }
        return label;
    }

    /** The setting of the application counts, else the currency that is marked. */
    private static String defaultCurrency(Connection connection, AppSchema schema) throws SQLException {
        String found = "";
        if (schema.relation("crm_SystemSettings") != null) {
            found = first(
                    connection, "SELECT t.value FROM \"crm_SystemSettings\" t WHERE t.\"key\" = 'default_currency'");
        }
        if (found.isEmpty() && schema.relation("Currency") != null) {
            found = first(connection, "SELECT t.code FROM \"Currency\" t WHERE t.\"isDefault\" ORDER BY t.code");
        }
        return found;
    }

    private static String first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.ofNullable(row.getString(1)).orElse("").strip() : "";
        }
    }

    Map<String, String> of(SmallTable table) {
        return names.getOrDefault(table, Map.of());
    }

    /** Returns the names as options, in the order of the table. */
    List<Option> options(SmallTable table) {
        return options.getOrDefault(table, List.of());
    }

    String currency() {
        return currency;
    }
}
