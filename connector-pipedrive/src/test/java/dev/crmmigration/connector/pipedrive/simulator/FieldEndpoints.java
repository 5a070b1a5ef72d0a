package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The definitions of one object's fields, in v2. */
final class FieldEndpoints {

    private static final Set<String> TYPES = Set.of(
            "varchar",
            "text",
            "double",
            "phone",
            "date",
            "daterange",
            "time",
            "timerange",
            "set",
            "enum",
            "varchar_auto",
            "address",
            "monetary",
            "org",
            "people",
            "user");
    private static final int MAX_LIMIT = 500;
    private static final Rule NEW_OPTIONS = Rules.listOf(Rules.objectOf(Map.of("label", Rules.name(255))));

    private final Account account;
    private final FieldCatalog catalog;
    private final boolean isWritable;

    /** Serves a catalog; one that is not writable can only be read. */
    FieldEndpoints(Account account, FieldCatalog catalog, boolean isWritable) {
        this.account = account;
        this.catalog = catalog;
        this.isWritable = isWritable;
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V2 + "/" + catalog.name();
        String one = path + "/{code}";
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(new Endpoint("GET", path, 10, this::list));
        endpoints.add(new Endpoint("GET", one, 1, this::read));
        if (isWritable) {
            FieldOptions options = new FieldOptions(account, catalog);
            endpoints.add(new Endpoint("POST", path, 5, this::create));
            endpoints.add(new Endpoint("PATCH", one, 5, this::update));
            endpoints.add(new Endpoint("DELETE", one, 3, this::delete));
            endpoints.addAll(options.endpoints(one + "/options"));
        }
        return endpoints;
    }

    private Reply list(Request request) {
        if (!isWritable) {
            // Reading the fields of activities takes the scope "admin" (OpenAPI v2).
            account.requireAdmin();
        }
        int limit = limit(request);
        String cursor = request.query().get("cursor");
        long after = cursor == null ? 0 : Cursor.parse(cursor, "id", false).id();
        List<Field> rest =
                catalog.live().stream().filter(field -> field.id() > after).toList();
        boolean hasMore = rest.size() > limit;
        List<Field> page = hasMore ? rest.subList(0, limit) : rest;
        Set<String> included = included(request);
        List<byte[]> shown =
                page.stream().map(field -> Json.bytes(field.shown(included))).toList();
        long last = hasMore ? page.get(page.size() - 1).id() : 0;
        return Replies.page(shown, hasMore ? new Cursor("id", false, last, last) : null);
    }

    private int limit(Request request) {
        String given = request.query().getOrDefault("limit", "100");
        if (!given.matches("[1-9]\\d{0,8}")) {
            throw ApiException.invalid("limit: This value should be of type integer.", null);
        }
        int limit = Integer.parseInt(given);
        if (limit > MAX_LIMIT
                && account.settings().answer(Switch.LIMIT_ABOVE_MAX).equals("reject")) {
            throw ApiException.invalid("limit: This value should be between 1 and " + MAX_LIMIT + ".", null);
        }
        return Math.min(limit, MAX_LIMIT);
    }

    private static Set<String> included(Request request) {
        return new LinkedHashSet<>(
                List.of(request.query().getOrDefault("include_fields", "").split(",", -1)));
    }

    private Reply read(Request request) {
        return Replies.data(200, field(request).shown(included(request)));
    }

    private Field field(Request request) {
        Field field = catalog.find(request.pathParameter("code"));
        if (field == null) {
            throw ApiException.notFound();
        }
        return field;
    }

    private Reply create(Request request) {
        account.requireAdmin();
        Field field = create(Bodies.object(request));
        int status = Integer.parseInt(account.settings().answer(Switch.CREATE_STATUS));
        return Replies.data(status, field.shown(Set.of("ui_visibility", "important_fields", "required_fields")));
    }

    boolean isWritable() {
        return isWritable;
    }

    /** Adds a custom field by v1, which knows one type more. */
    Field createOfV1(ObjectNode parameters) {
        Set<String> types = new HashSet<>(TYPES);
        types.add("visible_to");
        return create(parameters, types);
    }

    Field create(ObjectNode parameters) {
        return create(parameters, TYPES);
    }

    /** Adds a custom field. Names need not differ: a second field of the same name is another field. */
    private Field create(ObjectNode parameters, Set<String> types) {
        shape().required("field_name", Rules.name(255))
                .required("field_type", Rules.oneOf(types))
                .optional("options", NEW_OPTIONS)
                .check(parameters);
        String type = parameters.get("field_type").textValue();
        boolean hasOptions = type.equals("enum") || type.equals("set");
        if (hasOptions == parameters.path("options").isEmpty()) {
            throw ApiException.invalid(
                    "options: " + (hasOptions ? "This field is missing." : "Only enum and set fields have options."),
                    null);
        }
        requireRoom();
        Field field = new Field(definition(parameters, type, hasOptions));
        catalog.add(field);
        return field;
    }

    private void requireRoom() {
        PipedriveSettings settings = account.settings();
        long present = account.catalogs().stream()
                .mapToLong(FieldCatalog::customFields)
                .sum();
        if (settings.isOn(Switch.CAPS) && present >= settings.plan().customFields()) {
            throw ApiException.capped("custom_fields", "The custom fields limit of your plan has been reached");
        }
    }

    private ObjectNode definition(ObjectNode parameters, String type, boolean hasOptions) {
        long id = account.nextFieldId();
        ObjectNode definition = Json.object();
        definition.put("id", id);
        definition.set("field_name", parameters.get("field_name"));
        definition.put("field_code", account.fieldCode(id));
        definition.set("description", parameters.get("description"));
        definition.put("field_type", type);
        definition.set("options", null);
        if (hasOptions) {
            ArrayNode options = definition.putArray("options");
            parameters.path("options").forEach(option -> options.add(FieldOptions.option(account, option)));
        }
        definition.set(
                "subfields", Subfields.of(type, parameters.path("field_name").textValue()));
        definition.put("is_custom_field", true);
        definition.put("add_time", account.nowV1());
        definition.put("is_optional_response_field", false);
        for (String member : List.of("ui_visibility", "important_fields", "required_fields")) {
            JsonNode given = parameters.get(member);
            definition.set(member, given != null ? given : Json.object());
        }
        return definition;
    }

    private static Shape shape() {
        return new Shape()
                .optional("ui_visibility", Rules.OBJECT)
                .optional("important_fields", Rules.OBJECT)
                .optional("required_fields", Rules.OBJECT)
                .optional("description", Rules.TEXT.orNull());
    }

    private Reply update(Request request) {
        account.requireAdmin();
        ObjectNode parameters = Bodies.object(request);
        return Replies.data(
                200, update(request.pathParameter("code"), parameters).shown(parameterNames(parameters)));
    }

    /** Changes the name and the looks of a field. */
    Field update(String code, ObjectNode parameters) {
        Field field = catalog.find(code);
        if (field == null) {
            throw ApiException.notFound();
        }
        shape().optional("field_name", Rules.name(255)).check(parameters);
        parameters.properties().forEach(member -> field.set(member.getKey(), member.getValue()));
        field.set("update_time", TextNode.valueOf(account.nowV1()));
        return field;
    }

    private static Set<String> parameterNames(ObjectNode parameters) {
        Set<String> names = new LinkedHashSet<>();
        parameters.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Reply delete(Request request) {
        account.requireAdmin();
        Field field = field(request);
        delete(field.code());
        return Replies.data(200, field.shown(Set.of()));
    }

    /** Deletes a custom field and its values. */
    void delete(String code) {
        Field field = catalog.find(code);
        if (field == null) {
            throw ApiException.notFound();
        }
        if (!field.isCustom()) {
            throw ApiException.of(403, "ERR_FORBIDDEN", "System fields cannot be deleted");
        }
        field.delete();
        catalog.noteRemoval();
    }
}
