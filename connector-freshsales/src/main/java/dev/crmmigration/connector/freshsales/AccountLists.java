package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lists of which an account is made: users, pipelines, selectors, fields, views. */
final class AccountLists {

    private final FreshsalesApi api;
    private final ChoreCalls calls;

    AccountLists(FreshsalesApi api, ChoreCalls calls) {
        this.api = api;
        this.calls = calls;
    }

    ChoreCalls calls() {
        return calls;
    }

    /** A pipeline with the names of its stages by id. */
    record Pipeline(String id, String name, Map<String, String> stages) {}

    /** Lists the users: the cheapest call that proves the key. */
    List<UserDescription> users() {
        List<UserDescription> users = new ArrayList<>();
        for (JsonObject user : api.read(Call.get("selector/owners")).objects("users")) {
            user.id("id")
                    .ifPresent(id ->
                            users.add(new UserDescription(id, user.text("email").orElse(""), isActive(user))));
        }
        return users;
    }

    private static boolean isActive(JsonObject user) {
        return user.get("is_active") == null || user.isSet("is_active");
    }

    List<Pipeline> pipelines() {
        List<Pipeline> pipelines = new ArrayList<>();
        List<JsonObject> rows = selected("deal_pipelines");
        calls.asked((int) rows.stream()
                .filter(json -> json.objects("deal_stages").isEmpty())
                .count());
        for (JsonObject json : rows) {
            json.id("id")
                    .ifPresent(id ->
                            pipelines.add(new Pipeline(id, json.text("name").orElse(id), stages(id, json))));
        }
        return pipelines;
    }

    /** A pipeline may hold its stages; the plain list of stages knows those of the default pipeline only. */
    private Map<String, String> stages(String id, JsonObject pipeline) {
        List<JsonObject> held = pipeline.objects("deal_stages");
        List<JsonObject> stages = held.isEmpty() ? selected("deal_pipelines/" + id + "/deal_stages") : held;
        Map<String, String> names = new LinkedHashMap<>();
        stages.forEach(stage -> stage.id("id")
                .ifPresent(key -> names.put(key, stage.text("name").orElse(key))));
        return names;
    }

    /** Lists the codes of the active currencies by id. */
    Map<String, String> currencies() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (JsonObject currency : selected("currencies")) {
            boolean isActive = currency.get("is_active") == null || currency.isSet("is_active");
            currency.id("id")
                    .filter(id -> isActive)
                    .ifPresent(id -> currency.text("currency_code").ifPresent(code -> codes.put(id, code)));
        }
        return codes;
    }

    /** Lists the statuses of contacts, each grouped by the lifecycle stage that it belongs to. */
    List<Option> contactStatuses(List<JsonObject> lifecycleStages) {
        Map<String, String> stages = new LinkedHashMap<>();
        for (JsonObject stage : lifecycleStages) {
            if (stage.get("contact_status_ids") instanceof List<?> ids) {
                ids.forEach(
                        id -> stages.put(String.valueOf(id), stage.text("name").orElse("")));
            }
        }
        return options(selected("contact_statuses")).stream()
                .map(status -> new Option(status.key(), status.label(), Optional.ofNullable(stages.get(status.key()))))
                .toList();
    }

    /** Lists the outcomes of activities, each grouped by the type that it belongs to where the account says so. */
    List<Option> outcomes(List<Option> types) {
        List<Option> outcomes = new ArrayList<>();
        for (JsonObject outcome : selected("sales_activity_outcomes")) {
            Optional<String> type = outcome.id("sales_activity_type_id")
                    .flatMap(id -> types.stream()
                            .filter(known -> known.key().equals(id))
                            .findFirst())
                    .map(Option::label);
            outcome.id("id")
                    .ifPresent(id ->
                            outcomes.add(new Option(id, outcome.text("name").orElse(id), type)));
        }
        return outcomes;
    }

    /** Lists what can be chosen by the name of its selector; nothing if the account has no such selector. */
    List<JsonObject> selected(String selector) {
        String name = selector.substring(selector.lastIndexOf('/') + 1);
        return api.readIfAllowed(Call.get("selector/" + selector))
                .map(reply -> reply.objects(name))
                .orElse(List.of());
    }

    static List<Option> options(List<JsonObject> rows) {
        List<Option> options = new ArrayList<>();
        rows.forEach(row -> row.id("id")
                .ifPresent(id -> options.add(Option.of(id, row.text("name").orElse(id)))));
        return options;
    }

    /** Lists the fields of an object; none if the key's user may not see them. */
    List<RemoteField> fields(FreshsalesObject object) {
        return api.readIfAllowed(Call.get("settings/" + object.plural() + "/fields"))
                .map(reply -> reply.objects("fields").stream()
                        .flatMap(json -> RemoteField.of(json).stream())
                        .toList())
                .orElse(List.of());
    }

    /** Returns the id of the view of all records; empty if the key's user has none. */
    Optional<String> viewOfAll(FreshsalesObject object) {
        List<JsonObject> views =
                api.read(Call.get(object.plural() + "/filters")).objects("filters");
        return views.stream()
                .filter(view -> view.isSet("is_default")
                        && view.text("name")
                                .filter(name -> name.startsWith("All "))
                                .isPresent())
                .findFirst()
                .or(() -> views.stream()
                        .filter(view -> view.text("name")
                                .filter(name -> name.startsWith("All "))
                                .isPresent())
                        .findFirst())
                .flatMap(view -> view.id("id"));
    }
}
