package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;

/** The users of the company, by v1. A deactivated one is still listed but cannot own anything new. */
final class Users {

    private final Account account;

    Users(Account account) {
        this.account = account;
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/users";
        return List.of(
                new Endpoint("GET", path, 20, request -> list()),
                new Endpoint("GET", path + "/me", 2, request -> me()),
                new Endpoint("GET", path + "/find", 40, this::find),
                new Endpoint("GET", path + "/{id}", 2, this::read));
    }

    /** Makes an active user without a name. */
    static ObjectNode blank(Account account, long id) {
        ObjectNode user = Json.object();
        user.put("id", id);
        user.putNull("name");
        user.put("default_currency", "EUR");
        user.put("locale", "en_US");
        user.put("lang", 1);
        user.putNull("email");
        user.putNull("phone");
        user.put("activated", true);
        user.put("last_login", account.nowV1());
        user.put("created", account.nowV1());
        user.put("modified", account.nowV1());
        user.put("has_created_company", false);
        for (String app : List.of("global", "sales", "account_settings")) {
            ObjectNode access = user.withArray("access").addObject();
            access.put("app", app);
            access.put("admin", false);
            access.put("permission_set_id", permissionSet(id, app));
        }
        user.put("active_flag", true);
        user.put("timezone_name", "Etc/UTC");
        user.put("timezone_offset", "+00:00");
        user.put("role_id", 1);
        user.putNull("icon_url");
        user.put("is_you", false);
        user.put("is_deleted", false);
        return user;
    }

    private static String permissionSet(long id, String app) {
        return new java.util.UUID(id, app.hashCode()).toString();
    }

    private Reply list() {
        List<byte[]> shown = new ArrayList<>();
        account.table("users").rows().forEach(row -> shown.add(Json.bytes(shown(row))));
        return Replies.allV1(shown);
    }

    private ObjectNode shown(Row row) {
        return row.record().put("is_you", row.id() == account.tokenUserId());
    }

    private Reply me() {
        ObjectNode me = account.tokenUser();
        me.put("is_you", true);
        me.put("company_id", account.companyId());
        me.put("company_name", "Acme");
        me.put("company_domain", "acme");
        me.put("company_country", "EE");
        me.put("company_industry", "Consulting");
        ObjectNode language = me.putObject("language");
        language.put("language_code", "en");
        language.put("country_code", "US");
        return Replies.data(200, me);
    }

    private Reply find(Request request) {
        String term = request.query().getOrDefault("term", "").strip();
        if (term.isEmpty()) {
            throw ApiException.badRequest("term is required");
        }
        String member = "1".equals(request.query().get("search_by_email")) ? "email" : "name";
        List<byte[]> found = new ArrayList<>();
        for (Row row : account.table("users").rows()) {
            ObjectNode user = shown(row);
            if (Texts.containsIgnoringCase(user.path(member).asText(""), term)) {
                found.add(Json.bytes(user));
            }
        }
        return Replies.pageV1(found, 0, 100, false);
    }

    private Reply read(Request request) {
        Row row = account.table("users").find(EntityEndpoints.id(request));
        if (row == null) {
            throw notFound();
        }
        return Replies.data(200, shown(row));
    }

    static ApiException notFound() {
        return ApiException.of(404, "ERR_NOT_FOUND", "User not found or not accessible.");
    }
}
