package dev.crmmigration.connector.kartra;

import dev.crmmigration.toolkit.tabular.HeaderKey;
import dev.crmmigration.toolkit.tabular.TabularColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the field of every column, over all files of one object: columns of one name are one field, whatever their
 * spelling. No column is left over: what Kartra is not known to have is a custom field. Not thread-safe.
 */
final class ColumnBinder {

    private final KartraObject object;
    private final Map<String, String> customKeys = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    ColumnBinder(KartraObject object) {
        this.object = object;
        object.fields().forEach(field -> taken.add(field.key()));
        taken.addAll(object.derived().keySet());
        taken.addAll(object.reserved());
    }

    List<BoundColumn> bind(List<TabularColumn> columns) {
        Map<Integer, BoundColumn> known = new HashMap<>();
        for (KnownField field : object.fields()) {
            bindKnown(field, columns, known);
        }
        List<BoundColumn> bound = new ArrayList<>();
        for (TabularColumn column : columns) {
            BoundColumn found = known.get(column.index());
            bound.add(found != null ? found : other(column));
        }
        return bound;
    }

    /** The best of the names that the file has stands for the field; an amount has a column for each currency. */
    private static void bindKnown(KnownField field, List<TabularColumn> columns, Map<Integer, BoundColumn> known) {
        for (String name : field.names()) {
            boolean found = false;
            for (TabularColumn column : columns) {
                if (known.containsKey(column.index()) || !nameIn(column, field).equals(name)) {
                    continue;
                }
                String currency = field.kind().isMoney() ? currencyIn(column) : "";
                known.put(
                        column.index(),
                        new BoundColumn(column.index(), column.header(), field.key(), field.kind(), currency));
                found = true;
            }
            if (found) {
                return;
            }
        }
    }

    private static String nameIn(TabularColumn column, KnownField field) {
        Optional<Amounts.Header> money = field.kind().isMoney() ? Amounts.header(column.header()) : Optional.empty();
        return money.map(header -> HeaderKey.of(header.name())).orElse(column.key());
    }

    private static String currencyIn(TabularColumn column) {
        return Amounts.header(column.header()).map(Amounts.Header::currency).orElse("");
    }

    private BoundColumn other(TabularColumn column) {
        Optional<Amounts.Header> money = object.hasMoneyHeaders() ? Amounts.header(column.header()) : Optional.empty();
        if (money.isPresent()) {
            String name = HeaderKey.of(money.get().name());
            return new BoundColumn(
                    column.index(),
                    column.header(),
                    customKey(name, name),
                    CellKind.BALANCE,
                    money.get().currency());
        }
        String name = column.header().isEmpty() ? column.key() : column.header();
        return new BoundColumn(column.index(), column.header(), customKey(column.key(), name), CellKind.CUSTOM, "");
    }

    private String customKey(String columnKey, String name) {
        String key = customKeys.get(columnKey);
        if (key == null) {
            key = free(name);
            customKeys.put(columnKey, key);
        }
        return key;
    }

    private String free(String name) {
        String key = name;
        for (int n = 2; !taken.add(key); n++) {
            key = name + "_" + n;
        }
        return key;
    }
}
