package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The options of a field: several are added, renamed or removed at once, or none. */
final class FieldOptions {

    private static final int MAX_OPTIONS = 10_000;
    private static final Set<String> TYPES = Set.of("enum", "set");

    private final Account account;
    private final FieldCatalog catalog;

    FieldOptions(Account account, FieldCatalog catalog) {
        this.account = account;
        this.catalog = catalog;
    }

    List<Endpoint> endpoints(String path) {
        return List.of(
                new Endpoint("POST", path, 5, this::add),
                new Endpoint("PATCH", path, 5, this::rename),
                new Endpoint("DELETE", path, 3, this::remove));
    }

    /** Makes an option with an id of its own. */
    static ObjectNode option(Account account, JsonNode given) {
        ObjectNode option = Json.object();
        option.put("id", account.nextOptionId());
        option.set("label", given.get("label"));
        option.put("add_time", account.now());
        option.put("update_time", account.now());
        return option;
    }

    private Reply add(Request request) {
        Field field = field(request);
        ArrayNode given = checked(request, Map.of("label", Rules.name(255)));
        if (field.options().size() + given.size() > MAX_OPTIONS) {
            throw ApiException.badRequest("A field can have at most " + MAX_OPTIONS + " options");
        }
        List<ObjectNode> added = new ArrayList<>();
        given.forEach(option -> added.add(option(account, option)));
        field.options().addAll(added);
        return touched(added);
    }

    private Reply rename(Request request) {
        return each(request, Map.of("id", Rules.INTEGER, "label", Rules.name(255)), (option, given) -> {
            option.set("label", given.get("label"));
            option.put("update_time", account.now());
        });
    }

    private Reply remove(Request request) {
        Field field = field(request);
        Reply reply = each(request, Map.of("id", Rules.INTEGER), (option, given) -> option.put("removed", true));
        Iterator<JsonNode> options = field.options().iterator();
        while (options.hasNext()) {
            if (options.next().has("removed")) {
                options.remove();
            }
        }
        catalog.noteRemoval();
        return reply;
    }

    private Reply each(Request request, Map<String, Rule> members, BiConsumer<ObjectNode, JsonNode> change) {
        Field field = field(request);
        ArrayNode given = checked(request, members);
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode one : given) {
            ObjectNode option = field.option(one.get("id").longValue());
            if (option == null) {
                throw ApiException.badRequest("The option " + one.get("id") + " does not exist");
            }
            found.add(option);
        }
        for (int i = 0; i < given.size(); i++) {
            change.accept(found.get(i), given.get(i));
        }
        return touched(found);
    }

    private Field field(Request request) {
        account.requireAdmin();
        Field field = catalog.find(request.pathParameter("code"));
        if (field == null) {
            throw ApiException.notFound();
        }
        if (!TYPES.contains(field.type())) {
            throw ApiException.badRequest("Only enum and set fields have options");
        }
        return field;
    }

    private static ArrayNode checked(Request request, Map<String, Rule> members) {
        ArrayNode options = Bodies.array(request);
        Checks checks = new Checks();
        if (options.isEmpty()) {
            checks.add("options", "This collection should contain 1 element or more.");
        }
        Rules.listOf(Rules.objectOf(members)).check("options", options, checks);
        for (JsonNode option : options) {
            for (String member : members.keySet()) {
                if (!option.has(member)) {
                    checks.add("options." + member, "This field is missing.");
                }
            }
        }
        checks.finish();
        return options;
    }

    /** Answers with the options that were touched, and only those. */
    private static Reply touched(List<ObjectNode> options) {
        ObjectNode answer = Json.object();
        answer.put("success", true);
        ArrayNode data = answer.putArray("data");
        for (ObjectNode option : options) {
            ObjectNode shown = data.addObject();
            shown.set("id", option.get("id"));
            shown.set("label", option.get("label"));
        }
        answer.putNull("additional_data");
        return Reply.json(200, answer);
    }
}
