package dev.crmmigration.connector.pipedrive.simulator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which records a list of v2 shows.
 *
 * @param keys the values that keys of the table must have
 * @param ids the only ids to show; {@code null} for all
 * @param updatedSince in seconds since 1970, or {@code null}; refers to what the index knows
 * @param updatedUntil likewise, exclusive
 * @param deleted whether to show deleted records instead of live ones
 * @param sortBy {@code id}, {@code add_time} or {@code update_time}, or a key of the table
 * @param after what the page begins after; {@code null} for the first page
 */
record ListQuery(
        Map<String, Long> keys,
        @Nullable List<Long> ids,
        @Nullable Long updatedSince,
        @Nullable Long updatedUntil,
        boolean deleted,
        String sortBy,
        boolean descending,
        int limit,
        @Nullable Cursor after) {

    ListQuery withIds(List<Long> newIds) {
        return new ListQuery(keys, newIds, updatedSince, updatedUntil, deleted, sortBy, descending, limit, after);
    }

    ListQuery withKeys(Map<String, Long> newKeys) {
        return new ListQuery(newKeys, ids, updatedSince, updatedUntil, deleted, sortBy, descending, limit, after);
    }
}
