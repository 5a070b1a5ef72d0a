package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The users who follow records of one object. Of v1 and v2, which identify a follower by the relation and by the user. */
final class Followers {

    private final Account account;
    private final String object;
    private final String link;
    private final Table table;

    /**
     * Creates the calls.
     *
     * @param link how v1 calls the id of a record, such as {@code deal_id}
     */
    Followers(Account account, String object, String link) {
        this.account = account;
        this.object = object;
        this.link = link;
        this.table = account.table("followers");
    }

    List<Endpoint> endpoints() {
        String v2 = Endpoint.V2 + "/" + object + "/{id}/followers";
        String v1 = Endpoint.V1 + "/" + object + "/{id}/followers";
        // OpenAPI v1 declares 201 for products only.
        int createdV1 = object.equals("products") ? 201 : 200;
        return List.of(
                new Endpoint("GET", v2, 10, request -> page(account, request, of(account, subject(request)))),
                new Endpoint("POST", v2, 5, request -> Replies.data(201, shownV2(add(request)))),
                new Endpoint("DELETE", v2 + "/{follower}", 3, this::deleteV2),
                new Endpoint("GET", v2 + "/changelog", 10, this::changelog),
                new Endpoint("GET", v1, 20, this::listV1),
                new Endpoint("POST", v1, 10, request -> Replies.data(createdV1, shownV1(add(request)))),
                new Endpoint("DELETE", v1 + "/{follower}", 6, this::deleteV1));
    }

    private String subject(Request request) {
        long id = EntityEndpoints.id(request);
        if (!account.table(object).hasLive(id)) {
            throw ApiException.notFound();
        }
        return object + "/" + id;
    }

    /** Returns the followers of a record, such as {@code deals/5}. */
    static List<ObjectNode> of(Account account, String subject) {
        List<ObjectNode> found = new ArrayList<>();
        for (long id :
                account.table("followers").withKey("subject", Row.key(subject)).toArray()) {
            found.add(account.record("followers", id));
        }
        return found;
    }

    /** Lets those who follow one record follow another one, too. */
    static void move(Account account, String from, String to) {
        for (ObjectNode follower : of(account, from)) {
            boolean follows = of(account, to).stream()
                    .anyMatch(other -> other.path("user_id").equals(follower.path("user_id")));
            account.table("followers").put(follower.put("subject", to).put("is_deleted", follows), 0);
        }
    }

    static Reply page(Account account, Request request, List<ObjectNode> followers) {
        return new ShortList(account, request).of(followers, Followers::shownV2);
    }

    private static ObjectNode shownV2(ObjectNode follower) {
        return Json.object()
                .put("user_id", follower.path("user_id").longValue())
                .put("add_time", follower.path("add_time").asText());
    }

    private ObjectNode shownV1(ObjectNode follower) {
        ObjectNode shown = Json.object();
        shown.set("user_id", follower.get("user_id"));
        shown.set("id", follower.get("id"));
        shown.put(link, Long.parseLong(follower.path("subject").asText().substring(object.length() + 1)));
        shown.put("add_time", Times.v1(Instant.parse(follower.path("add_time").asText())));
        return shown;
    }

    private ObjectNode add(Request request) {
        String subject = subject(request);
        ObjectNode given = Bodies.object(request);
        new Shape().required("user_id", Rules.INTEGER).check(given);
        long user = given.path("user_id").longValue();
        account.requireReference("user_id", "users", user);
        if (ofUser(subject, user) != null) {
            throw ApiException.badRequest("The user is already a follower");
        }
        ObjectNode follower = Json.object().put("id", table.nextId()).put("subject", subject);
        follower.put("user_id", user).put("add_time", account.now());
        table.put(follower, 0);
        note(subject, user, "added");
        return follower;
    }

    private @Nullable ObjectNode ofUser(String subject, long user) {
        for (ObjectNode follower : of(account, subject)) {
            if (follower.path("user_id").longValue() == user) {
                return follower;
            }
        }
        return null;
    }

    private void note(String subject, long user, String action) {
        ObjectNode event = Json.object().put("action", action);
        event.put("actor_user_id", account.tokenUserId());
        event.put("follower_user_id", user);
        new History(account).add(subject + "/followers", event.put("time", account.now()));
    }

    private Reply deleteV2(Request request) {
        long user = EntityEndpoints.id(request, "follower");
        delete(ofUser(subject(request), user));
        return Replies.data(200, Json.object().put("user_id", user));
    }

    private Reply deleteV1(Request request) {
        String subject = subject(request);
        Row row = table.findLive(EntityEndpoints.id(request, "follower"));
        boolean belongs = row != null && row.key(table.keyPosition("subject")) == Row.key(subject);
        delete(row == null || !belongs ? null : row.record());
        return Replies.deleted(EntityEndpoints.id(request, "follower"));
    }

    private void delete(@Nullable ObjectNode follower) {
        if (follower == null) {
            throw ApiException.notFound();
        }
        table.put(follower.put("is_deleted", true), 0);
        note(follower.path("subject").asText(), follower.path("user_id").longValue(), "removed");
    }

    private Reply changelog(Request request) {
        List<ObjectNode> events = new History(account).of(subject(request) + "/followers");
        return new ShortList(account, request).newestFirst().of(events, event -> {
            event.remove("id");
            return event;
        });
    }

    private Reply listV1(Request request) {
        List<ObjectNode> shown = new ArrayList<>();
        of(account, subject(request)).forEach(follower -> shown.add(shownV1(follower)));
        return ShortPageV1.of(request, shown);
    }
}
