package dev.crmmigration.connector.pipedrive.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which records a list of v2 shows.
 *
 * @param keys the values that keys of the table must have
 * @param ids the only ids to show; {@code null} for all
 * @param updatedSince in seconds since 1970, or {@code null}; refers to what the index knows
 * @param updatedUntil likewise, exclusive
 * @param deleted whether to show deleted records instead of live ones
 * @param sortBy {@code id}, {@code add_time} or {@code update_time}, or another member
 * @param after what the page begins after; {@code null} for the first page
 * @param filter what else a record must fulfil; {@code null} for nothing
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
        @Nullable Cursor after,
        @Nullable Predicate<Row> filter) {

    ListQuery withIds(@Nullable List<Long> newIds) {
        return new ListQuery(
                keys, newIds, updatedSince, updatedUntil, deleted, sortBy, descending, limit, after, filter);
    }

    ListQuery withKeys(Map<String, Long> newKeys) {
        return new ListQuery(
                newKeys, ids, updatedSince, updatedUntil, deleted, sortBy, descending, limit, after, filter);
    }

    ListQuery withFilter(Predicate<Row> newFilter) {
        return new ListQuery(
                keys, ids, updatedSince, updatedUntil, deleted, sortBy, descending, limit, after, newFilter);
    }
}
