package dev.crmmigration.testkit.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.bundle.BundleAccount.Row;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives lists page by page, in the way that is set. */
final class BundlePages {

    private final BundleSettings settings;
    private final BundleAccount account;

    BundlePages(BundleSettings settings, BundleAccount account) {
        this.settings = settings;
        this.account = account;
    }

    Reply list(String collection, Request request, Instant now) {
        List<Row> all = account.rows(collection);
        if (all == null) {
            return Errors.reply(404, "not_found", "there is no such collection");
        }
        List<Row> wanted = all.stream().filter(row -> isWanted(row, request)).toList();
        int size = size(request);
        return switch (settings.paging()) {
            case "page" -> numbered(collection, wanted, request, size, now);
            case "offset" -> from(collection, wanted, number(request.query().get("offset"), 0), size, now);
            case "link" -> linked(collection, wanted, request, size, now);
            default -> afterCursor(collection, wanted, request, size, now);
        };
    }

    private static boolean isWanted(Row row, Request request) {
        Optional<Instant> since = BundleAccount.moment(request.query().get("updated_since"));
        Optional<Instant> before = BundleAccount.moment(request.query().get("updated_before"));
        boolean withDeleted = "true".equals(request.query().get("include_deleted"));
        return (withDeleted || !row.isDeleted())
                && since.filter(row.updated()::isBefore).isEmpty()
                && before.filter(moment -> !row.updated().isBefore(moment)).isEmpty();
    }

    private int size(Request request) {
        String name = settings.paging().equals("page") ? "per_page" : "limit";
        return Math.max(1, Math.min(settings.pageSize(), number(request.query().get(name), settings.pageSize())));
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    /** The cursor is the place of the last row, so that rows which change meanwhile come again instead of being passed over. */
    private Reply afterCursor(String collection, List<Row> rows, Request request, int size, Instant now) {
        String cursor = request.query().get("cursor");
        int start = 0;
        if (cursor != null) {
            String place = decoded(cursor);
            if (place.isEmpty()) {
                return Errors.reply(400, "invalid_cursor", "the cursor is none of ours or too old");
            }
            while (start < rows.size() && place(rows.get(start)).compareTo(place) <= 0) {
                start++;
            }
        }
        List<Row> page = rows.subList(start, Math.min(rows.size(), start + size));
        boolean more = start + size < rows.size();
        ObjectNode body = body(collection, page, now);
        ObjectNode about = body.putObject("page");
        about.put("limit", size);
        about.put("next_cursor", more ? encoded(place(page.get(page.size() - 1))) : null);
        about.put("has_more", more);
        about.put("total", rows.size());
        return Reply.json(200, body);
    }

    private static String place(Row row) {
        Instant updated = row.updated();
        return String.format(Locale.ROOT, "%012d%09d %s", updated.getEpochSecond(), updated.getNano(), row.order());
    }

    private static String encoded(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("v1 " + place).getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.startsWith("v1 ") ? text.substring(3) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Reply numbered(String collection, List<Row> rows, Request request, int size, Instant now) {
        int number = Math.max(1, number(request.query().get("page"), 1));
        ObjectNode body = body(collection, cut(rows, (number - 1) * size, size), now);
        body.put("page", number);
        body.put("total_pages", (rows.size() + size - 1) / size);
        return Reply.json(200, body);
    }

    private Reply from(String collection, List<Row> rows, int offset, int size, Instant now) {
        return Reply.json(200, body(collection, cut(rows, offset, size), now));
    }

    private Reply linked(String collection, List<Row> rows, Request request, int size, Instant now) {
        int offset = number(request.query().get("start"), 0);
        ArrayNode bare =
                (ArrayNode) body(collection, cut(rows, offset, size), now).get("data");
        Reply reply = Reply.json(200, bare);
        if (offset + size >= rows.size()) {
            return reply;
        }
        List<String> query = new ArrayList<>();
        for (String name : List.of("updated_since", "updated_before", "include_deleted", "limit")) {
            Optional.ofNullable(request.query().get(name)).ifPresent(value -> query.add(name + "=" + value));
        }
        query.add("start=" + (offset + size));
        return reply.withHeaders(
                Map.of("Link", "<" + request.path() + "?" + String.join("&", query) + ">; rel=\"next\""));
    }

    private static List<Row> cut(List<Row> rows, int offset, int size) {
        int start = Math.min(rows.size(), Math.max(0, offset));
        return rows.subList(start, Math.min(rows.size(), start + size));
    }

    private ObjectNode body(String collection, List<Row> page, Instant now) {
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        page.forEach(row -> data.add(account.shown(collection, row, settings.isNested())));
        body.put("server_time", now.toString());
        return body;
    }
}
