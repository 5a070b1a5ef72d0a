package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The marketing lists, and which contacts are on them. */
final class Lists {

    private final Account account;
    private final MainRecords contacts;

    Lists(Account account, MainRecords contacts) {
        this.account = account;
        this.contacts = contacts;
    }

    List<Endpoint> endpoints() {
        String one = "/api/lists/{id}";
        return List.of(
                Endpoint.get("/api/lists", this::all),
                Endpoint.post("/api/lists", this::create),
                Endpoint.put(one, this::rename),
                Endpoint.put(one + "/add_contacts", request -> change(request, true)),
                Endpoint.put(one + "/remove_contacts", request -> change(request, false)),
                Endpoint.put(one + "/move_contacts", this::move),
                Endpoint.get("/api/contacts/lists/{id}", this::members));
    }

    private Reply all(Request request) {
        return Reply.json(
                200, Paging.of(request).page("lists", account.table("lists").allLive(), list -> list, true));
    }

    private Reply create(Request request) {
        ObjectNode list = Json.object().put("id", account.table("lists").nextId());
        list.put("name", name(request)).put("creater_id", account.keyUserId());
        account.put("lists", list.put("created_at", account.nowShown()));
        return Reply.json(200, list);
    }

    private String name(Request request) {
        String name = Bodies.record(request, "list").path("name").asText("").strip();
        if (name.isEmpty()) {
            throw ApiException.invalid(Message.MISSING.in(account.settings(), "Name"));
        }
        return name;
    }

    private Reply rename(Request request) {
        ObjectNode list = required(Bodies.id(request, "id"));
        account.put("lists", list.put("name", name(request)));
        return Reply.json(200, list);
    }

    private ObjectNode required(long id) {
        ObjectNode list = account.table("lists").live(id);
        if (list == null) {
            throw ApiException.notFound();
        }
        return list;
    }

    private Reply change(Request request, boolean isAdded) {
        long list = required(Bodies.id(request, "id")).path("id").longValue();
        ObjectNode body = Bodies.object(request);
        boolean isAll = !isAdded && body.path("all").asBoolean(false);
        if (isAll) {
            onList(list).forEach(contact -> set(contact, list, false));
        } else {
            each(body.path("ids"), contact -> set(contact, list, isAdded));
        }
        return Replies.message("The list is being changed");
    }

    private Reply move(Request request) {
        long from = required(Bodies.id(request, "id")).path("id").longValue();
        ObjectNode body = Bodies.object(request);
        long to = required(body.path("list_id").asLong(0)).path("id").longValue();
        each(body.path("ids"), contact -> {
            set(contact, from, false);
            set(contact, to, true);
        });
        return Replies.message("The contacts are being moved");
    }

    private void each(JsonNode ids, Consumer<ObjectNode> action) {
        for (JsonNode id : ids) {
            ObjectNode contact = account.table("contacts").live(id.asLong(0));
            if (contact != null) {
                action.accept(contact);
            }
        }
    }

    private void set(ObjectNode contact, long list, boolean isOn) {
        Set<Long> lists = new LinkedHashSet<>();
        contact.path("list_ids").forEach(id -> lists.add(id.longValue()));
        if (isOn ? lists.add(list) : lists.remove(list)) {
            ArrayNode ids = contact.putArray("list_ids");
            lists.forEach(ids::add);
            account.put("contacts", contact);
        }
    }

    private List<ObjectNode> onList(long list) {
        return account.table("contacts").liveWithKey(Keys.of("lists", list));
    }

    private Reply members(Request request) {
        long list = required(Bodies.id(request, "id")).path("id").longValue();
        return Reply.json(200, Paging.of(request).page("contacts", onList(list), contacts::shown, true));
    }
}
