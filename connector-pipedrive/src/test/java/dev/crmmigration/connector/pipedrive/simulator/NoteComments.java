package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;

/** Comments on notes, by v1. */
final class NoteComments {

    private final Account account;
    private final Table table;

    NoteComments(Account account) {
        this.account = account;
        this.table = account.table("noteComments");
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/notes/{id}/comments";
        String one = path + "/{commentId}";
        return List.of(
                new Endpoint("GET", path, 20, this::list),
                new Endpoint("POST", path, 10, request -> Replies.data(200, create(request))),
                new Endpoint("GET", one, 2, request -> Replies.data(200, live(request))),
                new Endpoint("PUT", one, 10, request -> Replies.data(200, update(request))),
                new Endpoint("DELETE", one, 6, this::delete));
    }

    private Reply list(Request request) {
        IdList ids = table.withKey("object_id", Row.key(Long.toString(note(request))));
        PageV1 page = PageV1.of(ListV1.of(request), PageV1.rows(table, ids));
        List<byte[]> shown = page.rows().stream().map(Row::document).toList();
        return Replies.pageV1(shown, page.start(), page.limit(), page.hasMore());
    }

    private long note(Request request) {
        long id = EntityEndpoints.id(request);
        if (!account.table("notes").hasLive(id)) {
            throw ApiException.of(404, "ERR_NOT_FOUND", "Note not found");
        }
        return id;
    }

    private byte[] create(Request request) {
        ObjectNode comment = Json.object();
        comment.put("uuid", Uuids.of("noteComments", account.seed(), table.lastId() + 1));
        comment.put("active_flag", true);
        comment.put("add_time", account.nowWithMillis());
        comment.put("company_id", account.companyId());
        comment.put("object_id", Long.toString(note(request)));
        comment.put("object_type", "note");
        comment.put("user_id", account.tokenUserId());
        return stored(comment, request);
    }

    private byte[] update(Request request) {
        return stored(live(request), request);
    }

    private byte[] stored(ObjectNode comment, Request request) {
        String content = Bodies.object(request).path("content").asText("");
        if (content.isBlank()) {
            throw ApiException.badRequest("content is required");
        }
        if (content.getBytes(UTF_8).length > Rules.MAX_NOTE_BYTES) {
            throw ApiException.badRequest("content is too long");
        }
        comment.put("content", Html.sanitised(content));
        comment.put("updater_id", account.tokenUserId());
        comment.put("update_time", account.nowWithMillis());
        return table.put(comment, 0).document();
    }

    private Reply delete(Request request) {
        table.put(live(request).put("active_flag", false), 0);
        return Replies.data(200, Replies.bytes("true"));
    }

    private ObjectNode live(Request request) {
        String noteId = Long.toString(note(request));
        Row row = table.findLive(account.rowOf("noteComments", request.pathParameter("commentId")));
        if (row == null || !row.record().path("object_id").asText("").equals(noteId)) {
            throw ApiException.of(404, "ERR_NOT_FOUND", "Comment not found");
        }
        return row.record();
    }
}
