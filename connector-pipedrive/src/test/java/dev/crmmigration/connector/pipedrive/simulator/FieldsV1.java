package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;

/** The fields of one object by v1, which knows them by number and takes all options of a field at once. */
final class FieldsV1 {

    private final Account account;
    private final FieldCatalog catalog;
    private final FieldEndpoints v2;

    FieldsV1(Account account, FieldCatalog catalog, FieldEndpoints v2) {
        this.account = account;
        this.catalog = catalog;
        this.v2 = v2;
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/" + catalog.name();
        String one = path + "/{id}";
        Endpoint list = new Endpoint("GET", path, 20, this::list);
        if (!v2.isWritable()) {
            return List.of(list);
        }
        // OpenAPI v1 declares 201 for products only.
        int created = catalog.name().equals("productFields") ? 201 : 200;
        return List.of(
                list,
                new Endpoint("POST", path, 10, request -> shown(created, create(Bodies.object(request)))),
                new Endpoint("DELETE", path, 10, this::deleteSeveral),
                new Endpoint("GET", one, 2, request -> shown(200, field(request))),
                new Endpoint("PUT", one, 10, request -> shown(200, update(request))),
                new Endpoint("DELETE", one, 6, this::delete));
    }

    private Reply list(Request request) {
        ListV1 page = ListV1.of(request);
        List<Field> fields = catalog.live();
        int end = Math.min(fields.size(), page.start() + page.limit());
        List<byte[]> shown = new ArrayList<>();
        for (int i = page.start(); i < end; i++) {
            shown.add(Json.bytes(FieldV1.shown(account, fields.get(i), i + 1)));
        }
        return Replies.pageV1(shown, page.start(), page.limit(), end < fields.size());
    }

    private Reply shown(int status, Field field) {
        return Replies.data(status, FieldV1.shown(account, field, catalog.live().indexOf(field) + 1));
    }

    private Field create(ObjectNode given) {
        account.requireAdmin();
        ObjectNode parameters = Json.object();
        parameters.set("field_name", given.path("name"));
        parameters.set("field_type", given.path("field_type"));
        if (given.has("options")) {
            parameters.set("options", options(given.path("options")));
        }
        Field field = v2.createOfV1(parameters);
        noteVisibility(field, given);
        return field;
    }

    /** Takes labels as objects or, as older clients send them, as texts. */
    private static ArrayNode options(JsonNode given) {
        ArrayNode options = Json.MAPPER.createArrayNode();
        for (JsonNode option : given) {
            options.addObject().set("label", option.isTextual() ? option : option.path("label"));
        }
        return options;
    }

    private static void noteVisibility(Field field, ObjectNode given) {
        if (given.path("add_visible_flag").isBoolean()) {
            field.set("add_visible_flag", given.get("add_visible_flag"));
        }
    }

    private Field update(Request request) {
        account.requireAdmin();
        Field field = field(request);
        ObjectNode given = Bodies.object(request);
        if (given.has("name")) {
            v2.update(field.code(), Json.object().set("field_name", given.get("name")));
        }
        if (given.has("options")) {
            replaceOptions(field, given.path("options"));
        }
        noteVisibility(field, given);
        return field;
    }

    /** Keeps the options that are sent with their id, adds those without, and deletes those that are not sent. */
    private void replaceOptions(Field field, JsonNode given) {
        if (!field.hasOptions()) {
            throw ApiException.badRequest("Only enum and set fields have options");
        }
        List<ObjectNode> kept = new ArrayList<>();
        for (JsonNode option : given) {
            ObjectNode present = field.option(option.path("id").asLong(0));
            if (option.path("label").asText("").isBlank() || (option.hasNonNull("id") && present == null)) {
                throw ApiException.badRequest("options: each needs a label, and an id only if it exists");
            }
            kept.add(present == null ? FieldOptions.option(account, option) : present);
            kept.get(kept.size() - 1).set("label", option.get("label"));
        }
        if (kept.isEmpty()) {
            throw ApiException.badRequest("options: at least one is required");
        }
        field.options().removeAll().addAll(kept);
        catalog.noteRemoval();
    }

    private Reply delete(Request request) {
        account.requireAdmin();
        Field field = field(request);
        v2.delete(field.code());
        return Replies.deleted(field.id());
    }

    private Reply deleteSeveral(Request request) {
        account.requireAdmin();
        List<Field> fields = new ArrayList<>();
        for (String id : request.query().getOrDefault("ids", "").split(",", -1)) {
            fields.add(field(id.strip()));
        }
        ArrayNode deleted = Json.MAPPER.createArrayNode();
        for (Field field : fields) {
            v2.delete(field.code());
            deleted.add(field.id());
        }
        return Replies.data(200, Json.object().set("id", deleted));
    }

    private Field field(Request request) {
        return field(request.pathParameter("id"));
    }

    private Field field(String id) {
        return catalog.live().stream()
                .filter(field -> Long.toString(field.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> ApiException.of(
                        catalog.name().equals("productFields") ? 410 : 404, "ERR_NOT_FOUND", "The field is not found"));
    }
}
