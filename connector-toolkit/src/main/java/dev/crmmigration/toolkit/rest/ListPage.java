package dev.crmmigration.toolkit.rest;

import dev.crmmigration.toolkit.http.HttpReply.Answered;
import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import dev.crmmigration.toolkit.http.JsonSyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param rows its rows
 * @param next where the next page begins
 * @param total how many rows the list has, if the server says
 * @param serverTime the server's clock
 */
record ListPage(List<JsonObject> rows, Optional<String> next, Optional<Long> total, Optional<Instant> serverTime) {

    private static final List<String> LISTS = List.of("data", "items", "results");

    /**
     * Reads a page: rows under any of the usual names, or a bare list.
     *
     * @return empty if the answer is no such page
     */
    static Optional<ListPage> of(Answered reply, Paging paging, String position, int size) {
        Object tree = tree(reply);
        JsonObject body = JsonObject.of(tree).orElse(JsonObject.EMPTY);
        Object list = tree instanceof List<?> ? tree : listIn(body);
        if (!(list instanceof List<?> items)) {
            return Optional.empty();
        }
        List<JsonObject> rows = new ArrayList<>();
        for (Object item : items) {
            Optional<JsonObject> row = JsonObject.of(item);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.add(row.get());
        }
        Optional<Long> total =
                body.object("page").flatMap(page -> page.integer("total")).or(() -> body.integer("total"));
        return Optional.of(new ListPage(
                List.copyOf(rows), paging.next(reply, body, position, rows.size(), size), total, time(reply, body)));
    }

    private static @Nullable Object tree(Answered reply) {
        try {
            return Json.parse(reply.body());
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static @Nullable Object listIn(JsonObject body) {
        for (String name : LISTS) {
            if (body.get(name) instanceof List<?> list) {
                return list;
            }
        }
        return null;
    }

    private static Optional<Instant> time(Answered reply, JsonObject body) {
        return body.text("server_time").flatMap(ListPage::moment).or(reply::serverTime);
    }

    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Tells whether the server says by a code what was wrong with a request. */
    static boolean hasCode(Answered reply, String code) {
        return reply.object()
                .flatMap(body -> body.object("error"))
                .flatMap(error -> error.text("code"))
                .filter(code::equals)
                .isPresent();
    }
}
