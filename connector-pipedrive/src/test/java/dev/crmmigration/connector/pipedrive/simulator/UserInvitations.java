package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import java.util.Set;

/** Invites users and takes them in and out of service, by v1. The only thing to change about a user is whether he is active. */
final class UserInvitations {

    private static final Set<String> APPS =
            Set.of("global", "sales", "campaigns", "projects", "account_settings", "partnership", "nova");

    private final Account account;
    private final Table table;

    UserInvitations(Account account) {
        this.account = account;
        this.table = account.table("users");
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/users";
        return List.of(
                new Endpoint("POST", path, 10, request -> shown(invite(Bodies.object(request)))),
                new Endpoint("PUT", path + "/{id}", 10, request -> shown(activate(request))),
                new Endpoint("GET", path + "/{id}/followers", 20, this::followers));
    }

    private static Reply shown(ObjectNode user) {
        return Replies.data(200, user);
    }

    private ObjectNode invite(ObjectNode given) {
        requireAdministrator();
        String email = given.path("email").asText("").strip();
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            throw ApiException.badRequest("email is not valid");
        }
        for (Row row : table.rows()) {
            if (row.record().path("email").asText("").equalsIgnoreCase(email)) {
                throw ApiException.badRequest("There is already a user with this email");
            }
        }
        ObjectNode user = Users.blank(account, table.lastId() + 1);
        user.put("email", email);
        user.put("name", email.substring(0, email.indexOf('@')));
        user.put("activated", false);
        if (given.path("access").isArray()) {
            setAccess(user, given.path("access"));
        }
        user.put("active_flag", given.path("active_flag").asBoolean(true));
        return table.put(user, 0).record();
    }

    private static void setAccess(ObjectNode user, JsonNode given) {
        JsonNode standard = user.path("access");
        ObjectNode template = (ObjectNode) standard.get(0);
        user.putArray("access");
        for (JsonNode access : given) {
            if (!APPS.contains(access.path("app").asText(""))) {
                throw ApiException.badRequest("access: app is not valid");
            }
            ObjectNode granted = user.withArray("access").addObject();
            granted.set("app", access.get("app"));
            granted.put("admin", access.path("admin").asBoolean(false));
            granted.put(
                    "permission_set_id",
                    access.path("permission_set_id")
                            .asText(template.path("permission_set_id").asText("")));
        }
    }

    private ObjectNode activate(Request request) {
        requireAdministrator();
        JsonNode active = Bodies.object(request).path("active_flag");
        if (!active.isBoolean()) {
            throw ApiException.badRequest("active_flag is required");
        }
        Row row = table.find(EntityEndpoints.id(request));
        if (row == null) {
            throw Users.notFound();
        }
        ObjectNode user = row.record();
        user.set("active_flag", active);
        user.put("modified", account.nowV1());
        table.put(user, 0);
        return user.put("is_you", row.id() == account.tokenUserId());
    }

    private Reply followers(Request request) {
        if (table.find(EntityEndpoints.id(request)) == null) {
            throw Users.notFound();
        }
        return Replies.allV1(List.of());
    }

    private void requireAdministrator() {
        if (!account.settings().isOn(Switch.ADMIN)) {
            throw ApiException.of(403, "ERR_FORBIDDEN", "You do not have permissions to do this.");
        }
    }
}
