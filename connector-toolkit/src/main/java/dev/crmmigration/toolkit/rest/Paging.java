package dev.crmmigration.toolkit.rest;

import dev.crmmigration.toolkit.http.HttpReply.Answered;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How lists are paged. A position says where the next page begins; there is none before the first page and after the last. */
enum Paging {
    /** The reply names a cursor. */
    CURSOR {
        @Override
        Map<String, String> query(String position, int size) {
            return position.isEmpty()
                    ? Map.of("limit", Integer.toString(size))
                    : Map.of("limit", Integer.toString(size), "cursor", position);
        }

        @Override
        Optional<String> next(Answered reply, JsonObject body, String position, int rows, int size) {
            JsonObject page = body.object("page").orElse(body);
            boolean isLast = Boolean.FALSE.equals(page.get("has_more"));
            return isLast ? Optional.empty() : page.text("next_cursor");
        }
    },
    /** Pages are numbered from 1. */
    PAGE {
        @Override
        Map<String, String> query(String position, int size) {
            return Map.of("page", position.isEmpty() ? "1" : position, "per_page", Integer.toString(size));
        }

        @Override
        Optional<String> next(Answered reply, JsonObject body, String position, int rows, int size) {
            long number = position.isEmpty() ? 1 : Long.parseLong(position);
            Optional<Long> pages = body.object("page")
                    .flatMap(page -> page.integer("total_pages"))
                    .or(() -> body.integer("total_pages"));
            boolean isMore = pages.map(all -> number < all).orElse(rows >= size);
            return isMore ? Optional.of(Long.toString(number + 1)) : Optional.empty();
        }
    },
    /** So many rows are passed over. */
    OFFSET {
        @Override
        Map<String, String> query(String position, int size) {
            return Map.of("offset", position.isEmpty() ? "0" : position, "limit", Integer.toString(size));
        }

        @Override
        Optional<String> next(Answered reply, JsonObject body, String position, int rows, int size) {
            long before = position.isEmpty() ? 0 : Long.parseLong(position);
            return rows >= size ? Optional.of(Long.toString(before + rows)) : Optional.empty();
        }
    },
    /** The header {@code Link} names the next page (RFC 8288). */
    LINK {
        @Override
        Map<String, String> query(String position, int size) {
            return position.isEmpty() ? Map.of("limit", Integer.toString(size)) : Queries.parse(position);
        }

        @Override
        Optional<String> next(Answered reply, JsonObject body, String position, int rows, int size) {
            Matcher link = NEXT.matcher(reply.header("link").orElse(""));
            return link.find() ? Optional.of(Queries.of(link.group(1))) : Optional.empty();
        }
    };

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,<]*rel=\"?next\"?");

    /** Returns what is asked for at a position, which is empty text for the first page. */
    abstract Map<String, String> query(String position, int size);

    /** Returns the position after a page. */
    abstract Optional<String> next(Answered reply, JsonObject body, String position, int rows, int size);

    /** Returns the query of a page within a window; a link names its window itself. */
    Map<String, String> query(String position, int size, Map<String, String> window) {
        Map<String, String> query = new LinkedHashMap<>(this == LINK && !position.isEmpty() ? Map.of() : window);
        query.putAll(query(position, size));
        return query;
    }
}
