package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;

/** What v1 tells about a record of any object: its history, its mail, who may see it. */
final class RecordSubresources {

    private static final long OWNER_ONLY = 1;

    private final Account account;
    private final String object;
    private final Table table;

    RecordSubresources(Account account, String object) {
        this.account = account;
        this.object = object;
        this.table = account.table(object);
    }

    /** Returns the calls of deals, persons and organizations. */
    List<Endpoint> endpoints() {
        String one = Endpoint.V1 + "/" + object + "/{id}";
        return List.of(
                permittedUsers(),
                new Endpoint("GET", one + "/changelog", 20, this::changelog),
                new Endpoint("GET", one + "/mailMessages", 20, this::mailMessages),
                new Endpoint(
                        "GET", one + "/flow", 40, request -> new Flow(account, object, row(request)).page(request)));
    }

    Endpoint permittedUsers() {
        String path = Endpoint.V1 + "/" + object + "/{id}/permittedUsers";
        return new Endpoint("GET", path, 10, this::permittedUsers);
    }

    private Row row(Request request) {
        Row row = table.find(EntityEndpoints.id(request));
        if (row == null) {
            throw ApiException.notFound();
        }
        account.requireVisible(table, row);
        return row;
    }

    /** Lists all active users, or the owner and the followers if nobody else sees the record. */
    private Reply permittedUsers(Request request) {
        ObjectNode record = row(request).record();
        boolean isHidden = record.path("visible_to").longValue() == OWNER_ONLY;
        List<ObjectNode> followers = Followers.of(account, object + "/" + EntityEndpoints.id(request));
        ArrayNode ids = Json.MAPPER.createArrayNode();
        for (long user : account.table("users").live().toArray()) {
            boolean isOwner = record.path("owner_id").longValue() == user;
            boolean follows = followers.stream()
                    .anyMatch(follower -> follower.path("user_id").longValue() == user);
            if (!isHidden || isOwner || follows) {
                ids.add(user);
            }
        }
        return Replies.data(200, ids);
    }

    private Reply changelog(Request request) {
        List<ObjectNode> changes =
                new History(account).of(object + "/" + row(request).id());
        return new ShortList(account, request).newestFirst().of(changes, change -> {
            change.remove("id");
            return change;
        });
    }

    /** Mail cannot get into a simulated account. */
    private Reply mailMessages(Request request) {
        row(request);
        return ShortPageV1.of(request, List.of());
    }
}
