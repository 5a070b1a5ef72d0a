package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is particular to one object of v2: its parameters, its rules, its document. */
interface Entity {

    /** Returns the table, whose name is also the path of the object. */
    Table table();

    /** Returns the parameters of a POST. */
    Shape creation();

    /** Returns the parameters of a PATCH. */
    Shape update();

    /** Makes a document with the defaults of a new record. */
    ObjectNode blank(long id);

    /**
     * Writes checked parameters into a record.
     *
     * @param isNew whether the record is being created
     * @throws ApiException if the parameters do not fit the record or what it refers to
     */
    void apply(ObjectNode record, ObjectNode parameters, boolean isNew);

    /** Returns the filters of the list: parameter by key of the table. */
    default Map<String, String> filters() {
        return Map.of();
    }

    /** Returns the filters that are not keys of the table; see {@link #narrowed}. */
    default Set<String> otherFilters() {
        return Set.of();
    }

    /** Applies the filters that are not keys of the table. */
    default ListQuery narrowed(ListQuery query, Map<String, String> parameters) {
        return query;
    }

    /** Returns the values of keys that all records of the ordinary list have. */
    default Map<String, Long> listed() {
        return Map.of();
    }

    /** Returns what the list can be sorted by. */
    default Set<String> sortable() {
        return Set.of("id", "update_time", "add_time");
    }

    /** Tells whether the list knows ids, times of update and what else only the large objects have. */
    default boolean isLarge() {
        return true;
    }

    /** Returns the parameters of the list besides filters, order and page. */
    default Set<String> listParameters() {
        Set<String> known = new TreeSet<>();
        if (isLarge()) {
            known.addAll(Set.of("filter_id", "ids", "updated_since", "updated_until", "include_fields"));
        }
        if (customFields() != null) {
            known.addAll(Set.of("custom_fields", "include_option_labels", "include_labels"));
        }
        return known;
    }

    /** Returns what is shown only if {@code include_fields} names it. */
    default Set<String> optionalFields() {
        return Set.of();
    }

    /** Returns the status of a creation, or 0 where a switch decides. */
    default int createdStatus() {
        return 0;
    }

    /** Tells whether only administrators may write. */
    default boolean isForAdministrators() {
        return false;
    }

    /** Refuses to change a record that is locked. */
    default void requireEditable(ObjectNode record, ObjectNode parameters) {}

    /** Returns the custom fields, or {@code null} if the object cannot have any. */
    default @Nullable CustomFields customFields() {
        return null;
    }
}
