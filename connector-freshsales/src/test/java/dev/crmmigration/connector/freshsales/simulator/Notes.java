package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;

/** Notes and logged calls, which both are written but never listed as such. */
final class Notes {

    private final Account account;
    private final HangingRecords notes;
    private final Targets targets;

    Notes(Account account, HangingRecords notes) {
        this.account = account;
        this.notes = notes;
        this.targets = new Targets(account);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post("/api/notes", this::create),
                Endpoint.put("/api/notes/{id}", this::update),
                Endpoint.delete("/api/notes/{id}", this::delete),
                Endpoint.post("/api/phone_calls", this::logCall));
    }

    private Reply create(Request request) {
        return Replies.record(200, "note", notes.shown(notes.create(Bodies.record(request, "note"))));
    }

    private Reply update(Request request) {
        long id = Bodies.id(request, "id");
        notes.require(id);
        return Replies.record(200, "note", notes.shown(notes.update(id, Bodies.record(request, "note"))));
    }

    private Reply delete(Request request) {
        notes.delete(Bodies.id(request, "id"));
        return Replies.deleted();
    }

    /** Logs a call, with a note on the same parent if there is one. No date can be given. */
    private Reply logCall(Request request) {
        ObjectNode given = Bodies.record(request, "phone_call");
        ObjectNode call = Json.object().put("id", account.table("phone_calls").nextId());
        Problems problems = new Problems(account.settings());
        targets.apply(call, given, true, problems);
        problems.requireNone();
        call.put("call_direction", given.path("call_direction").asBoolean(false));
        call.put("creater_id", account.keyUserId()).put("created_at", account.nowShown());
        ObjectNode body = Json.object();
        body.putArray("phone_calls");
        body.putArray("notes");
        JsonNode text = given.path("note").path("description");
        if (text.isTextual() && !text.textValue().isBlank()) {
            ObjectNode note = Json.object();
            note.set("description", text);
            note.set("targetable", call.path("targetables").path(0));
            ObjectNode written = notes.create(note);
            call.set("note_id", written.get("id"));
            body.withArrayProperty("notes").add(notes.shown(written));
        }
        account.put("phone_calls", call);
        ObjectNode shown = call.deepCopy();
        targets.show(shown);
        body.withArrayProperty("phone_calls").add(shown);
        return Reply.json(201, body);
    }
}
