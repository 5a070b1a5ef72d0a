package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Pages of v1 of lists that are short. */
final class ShortPageV1 {

    private ShortPageV1() {}

    /** Answers with the page of a list that the request asks for. */
    static Reply of(Request request, List<ObjectNode> all) {
        return of(request, all, record -> record);
    }

    /** Answers likewise; only what is on the page is brought into the form that is shown. */
    static <T> Reply of(Request request, List<T> all, Function<T, ObjectNode> form) {
        ListV1 page = ListV1.of(request);
        List<byte[]> shown = new ArrayList<>();
        chosen(page, all).forEach(record -> shown.add(Json.bytes(form.apply(record))));
        return Replies.pageV1(shown, page.start(), page.limit(), page.start() + page.limit() < all.size());
    }

    /** Answers with a page, together with what the records refer to. */
    static Reply of(Request request, List<ObjectNode> all, RelatedObjects related) {
        return of(request, all, related, record -> record);
    }

    /** Answers likewise; the form of a record may add to what is related. */
    static <T> Reply of(Request request, List<T> all, RelatedObjects related, Function<T, ObjectNode> form) {
        ListV1 page = ListV1.of(request);
        ObjectNode answer = Json.object().put("success", true);
        List<ObjectNode> chosen = chosen(page, all).stream().map(form).toList();
        if (chosen.isEmpty()) {
            answer.putNull("data");
        } else {
            answer.putArray("data").addAll(chosen);
        }
        boolean hasMore = page.start() + page.limit() < all.size();
        ObjectNode pagination = answer.putObject("additional_data").putObject("pagination");
        pagination.put("start", page.start());
        pagination.put("limit", page.limit());
        pagination.put("more_items_in_collection", hasMore);
        if (hasMore) {
            pagination.put("next_start", page.start() + page.limit());
        }
        answer.set("related_objects", related.shown());
        return Reply.json(200, answer);
    }

    private static <T> List<T> chosen(ListV1 page, List<T> all) {
        int start = Math.min(page.start(), all.size());
        return all.subList(start, Math.min(all.size(), start + page.limit()));
    }
}
