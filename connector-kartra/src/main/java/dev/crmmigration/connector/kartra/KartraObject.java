package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object that Kartra exports: its columns, and what its rows need beyond them. Stateless. */
interface KartraObject {

    ObjectType type();

    /** Returns what people call its file, such as {@code transactions}. */
    String file();

    /** Returns its columns, in the order of the export. */
    List<KnownField> fields();

    /** Returns the key of the field that says when a row came to be; Kartra exports no moment of change. */
    default Optional<String> made() {
        return Optional.empty();
    }

    /** Returns groups of columns of which a file must have one each. */
    List<List<String>> required();

    /**
     * Returns the fields that are made from columns.
     *
     * @return type by key; a field is there if the column that it comes from is
     */
    default Map<String, Derived> derived() {
        return Map.of();
    }

    /**
     * Tells whether rows have a field without a column for it, because the settings fill it in.
     *
     * @param key the field
     * @param columns the keys of the columns that there are
     */
    default boolean isFilledIn(String key, Set<String> columns, KartraSettings settings) {
        return false;
    }

    /** Returns the keys of fields of several names that are made from no column at all. */
    default List<String> told(KartraSettings settings) {
        return List.of();
    }

    /** Returns keys that no custom field gets. */
    default Set<String> reserved() {
        return Set.of();
    }

    /** Tells whether columns that it does not know can be amounts, by their headers. */
    default boolean hasMoneyHeaders() {
        return true;
    }

    /** Completes a row whose cells are read. */
    default void complete(Row row, KartraSettings settings) throws RowRefusedException {}

    /** Returns the id of a row, without which there is no record. */
    String id(Row row) throws RowRefusedException;

    /** Returns what is to be found out about its rows from one another. */
    default RowRelations relations() {
        return RowRelations.NONE;
    }

    /**
     * A field that is made from a column.
     *
     * @param type its type
     * @param from the key of the column
     */
    record Derived(FieldType type, String from) {}
}
