package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.tabular.TableSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of a bundle: one record for each row of its file. Immutable; each method that begins a name with {@code with} or
 * {@code told} returns another one.
 *
 * @param type the object
 * @param table its file
 * @param prefix what the columns of custom fields begin with
 * @param key the columns that tell its rows apart
 * @param natural the columns that do so where the key is missing
 * @param isPerson whether an e-mail address alone tells who a row is
 * @param derived fields that are worked out, beyond those of the columns
 * @param filled columns that may have values although no file has them, since what others name is found otherwise
 */
public record BundleObject(
        ObjectType type,
        TableSpec table,
        String prefix,
        List<String> key,
        List<String> natural,
        boolean isPerson,
        Map<String, FieldType> derived,
        Set<String> filled) {

    /** The column that says the currency of the amounts of its row. */
    public static final String CURRENCY = "currency";

    public BundleObject {
        key = List.copyOf(key);
        natural = List.copyOf(natural);
        derived = new LinkedHashMap<>(derived);
        filled = Set.copyOf(filled);
    }

    /** Makes an object whose rows are told apart by their key only. */
    public static BundleObject of(String type, TableSpec table, String prefix, String... key) {
        return new BundleObject(ObjectType.of(type), table, prefix, List.of(key), List.of(), false, Map.of(), Set.of());
    }

    /** Names the columns that tell a row apart where its key is missing. */
    public BundleObject toldBy(String... columns) {
        return new BundleObject(type, table, prefix, key, List.of(columns), isPerson, derived, filled);
    }

    /** Lets an e-mail address alone tell who a row is; other columns count where there is none. */
    public BundleObject toldByEmail() {
        return new BundleObject(type, table, prefix, key, natural, true, derived, filled);
    }

    /** Adds a field that is worked out. */
    public BundleObject with(String field, FieldType fieldType) {
        Map<String, FieldType> all = new LinkedHashMap<>(derived);
        all.put(field, fieldType);
        return new BundleObject(type, table, prefix, key, natural, isPerson, all, filled);
    }

    /** Names columns that may have values although no file has them. */
    public BundleObject withFilled(String... columns) {
        return new BundleObject(type, table, prefix, key, natural, isPerson, derived, Set.of(columns));
    }

    /** Returns the name of the object. */
    public String name() {
        return type.name();
    }

    public boolean is(BundleObject other) {
        return type.equals(other.type);
    }

    /** Tells whether the amounts of a row have its currency. */
    boolean hasMoney() {
        return table.columns().stream().anyMatch(column -> column.kind() == Kind.MONEY);
    }

    /** Tells whether a column is no field of its own: a currency is part of the amounts, a deletion no value. */
    boolean isHidden(String column) {
        return column.equals(Columns.DELETED) || (column.equals(CURRENCY) && hasMoney());
    }

    /** Tells whether a column holds a custom field. */
    public boolean isCustom(CellColumn column) {
        return column.key().startsWith(prefix);
    }
}
