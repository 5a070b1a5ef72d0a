package dev.crmmigration.toolkit.rest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stretch of a collection, by when its rows were last changed. Windows of one collection have no row in common.
 *
 * @param since the first moment, or empty text for all before
 * @param before the moment after the last, or empty text for all that comes
 * @param deleted whether word of deletions is wanted
 */
record Window(String since, String before, boolean deleted) {

    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        if (!since.isEmpty()) {
            query.put("updated_since", since);
        }
        if (!before.isEmpty()) {
            query.put("updated_before", before);
        }
        if (deleted) {
            query.put("include_deleted", "true");
        }
        return query;
    }
}
