package dev.crmmigration.connector.pipedrive.simulator;

import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One page of rows, and whether more follow. */
record PageV1(List<Row> rows, int start, int limit, boolean hasMore) {

    static PageV1 of(ListV1 wanted, Stream<Row> rows) {
        List<Row> found = rows.skip(wanted.start()).limit(wanted.limit() + 1L).toList();
        boolean hasMore = found.size() > wanted.limit();
        return new PageV1(hasMore ? found.subList(0, wanted.limit()) : found, wanted.start(), wanted.limit(), hasMore);
    }

    /** Returns the rows of some ids in their order. */
    static Stream<Row> rows(Table table, IdList ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> table.find(ids.get(i)))
                .filter(Objects::nonNull);
    }

    /** Reads {@code updated_since}, which sees what the index of update times sees. */
    static Predicate<Row> updatedSince(Table table, Request request) {
        String since = request.query().get("updated_since");
        if (since == null) {
            return row -> true;
        }
        if (!Rules.isMoment(since)) {
            throw ApiException.badRequest("updated_since is not a valid datetime");
        }
        table.byUpdateTime().current();
        long second = Times.epochSecond(since);
        return row -> {
            Long updated = table.byUpdateTime().timeOf(row.id());
            return updated != null && updated >= second;
        };
    }
}
