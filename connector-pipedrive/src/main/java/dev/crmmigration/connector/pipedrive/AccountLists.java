package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.http.HttpRequest;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lists what the account has: fields, users, pipelines and the like. Every call asks Pipedrive anew. */
final class AccountLists {

    private static final String PAGE = "500";

    private final PipedriveApi api;

    AccountLists(PipedriveApi api) {
        this.api = api;
    }

    /**
     * A pipeline.
     *
     * @param probability whether its deals may have a probability of their own
     */
    record Pipeline(String id, String name, boolean probability) {}

    /** A stage of a pipeline. */
    record Stage(String id, String name, String pipelineId) {}

    /**
     * A type of activity.
     *
     * @param id what calls that change the type name it
     * @param key what activities carry
     */
    record ActivityType(String id, String key, String name, boolean active) {}

    /**
     * A saved filter.
     *
     * @param type {@code people}, {@code org} or {@code deals}
     */
    record Filter(String id, String name, String type) {}

    /** Asks who the token's user is: the cheapest call that proves the token. */
    JsonObject me() {
        Operation operation = Operation.named("user.me");
        return api.read(operation, operation.request()).object("data").orElse(JsonObject.EMPTY);
    }

    List<UserDescription> users() {
        List<UserDescription> users = new ArrayList<>();
        for (JsonObject user : v1("user.list")) {
            boolean active = user.isSet("active_flag") && !user.isSet("is_deleted");
            user.id("id")
                    .ifPresent(id ->
                            users.add(new UserDescription(id, user.text("email").orElse(""), active)));
        }
        return users;
    }

    /** Lists the fields of an object; none if it is one that the token's user may not see, or that the plan lacks. */
    List<RemoteField> fields(PipedriveObject object) {
        return object == PipedriveObject.PRODUCT
                ? productFields().orElse(List.of())
                : remote(v2(object.fieldOperation("list")));
    }

    /** Lists the fields of products; empty if the token's user may not see products, or the plan has none. */
    Optional<List<RemoteField>> productFields() {
        return v2IfAllowed(PipedriveObject.PRODUCT.fieldOperation("list")).map(AccountLists::remote);
    }

    /** Lists the fields of activities, which only admins may see; empty for others. */
    Optional<List<RemoteField>> activityFields() {
        return v2IfAllowed(PipedriveObject.ACTIVITY.fieldOperation("list")).map(AccountLists::remote);
    }

    private static List<RemoteField> remote(List<JsonObject> list) {
        return list.stream().flatMap(json -> RemoteField.of(json).stream()).toList();
    }

    /** Lists the labels of leads; empty if the token's user may not see leads. */
    Optional<List<Option>> leadLabels() {
        Operation operation = Operation.named("leadLabel.list");
        return ifAllowed(operation, operation.request()).map(reply -> {
            List<Option> options = new ArrayList<>();
            reply.objects("data")
                    .forEach(label -> label.id("id")
                            .ifPresent(id ->
                                    options.add(Option.of(id, label.text("name").orElse(id)))));
            return options;
        });
    }

    /** Returns one field as it is now; empty if it is gone. */
    Optional<RemoteField> field(PipedriveObject object, String code) {
        Operation operation = object.fieldOperation("get");
        ApiResult result = api.call(operation, operation.request(code));
        if (result instanceof ApiResult.Denied denied && denied.isGone()) {
            return Optional.empty();
        }
        return result.answer(operation.where()).object("data").flatMap(RemoteField::of);
    }

    /**
     * Returns the numbers by which v1 names fields, by code; filters need them.
     *
     * @param fields such as {@code personField}
     */
    Map<String, String> fieldNumbers(String fields) {
        Operation operation = Operation.named(fields + ".listV1");
        Map<String, String> numbers = new LinkedHashMap<>();
        Optional<Long> start = Optional.of(0L);
        while (start.isPresent()) {
            HttpRequest request =
                    operation.request().query("start", start.get().toString()).query("limit", PAGE);
            JsonObject page = api.read(operation, request);
            for (JsonObject field : page.objects("data")) {
                field.text("key").ifPresent(code -> field.id("id").ifPresent(id -> numbers.put(code, id)));
            }
            start = V1Paging.nextStart(page);
        }
        return numbers;
    }

    List<Pipeline> pipelines() {
        List<Pipeline> pipelines = new ArrayList<>();
        for (JsonObject json : live(v2(Operation.named("pipeline.list")))) {
            json.id("id")
                    .ifPresent(id -> pipelines.add(
                            new Pipeline(id, json.text("name").orElse(id), json.isSet("is_deal_probability_enabled"))));
        }
        return pipelines;
    }

    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        for (JsonObject json : live(v2(Operation.named("stage.list")))) {
            json.id("id")
                    .ifPresent(id -> stages.add(new Stage(
                            id,
                            json.text("name").orElse(id),
                            json.id("pipeline_id").orElse(""))));
        }
        return stages;
    }

    List<ActivityType> activityTypes() {
        List<ActivityType> types = new ArrayList<>();
        for (JsonObject json : v1("activityType.list")) {
            activityType(json).ifPresent(types::add);
        }
        return types;
    }

    static Optional<ActivityType> activityType(JsonObject json) {
        Optional<String> id = json.id("id");
        Optional<String> key = json.text("key_string");
        return id.isPresent() && key.isPresent()
                ? Optional.of(new ActivityType(
                        id.get(), key.get(), json.text("name").orElse(key.get()), json.isSet("active_flag")))
                : Optional.empty();
    }

    List<String> currencies() {
        return v1("currency.list").stream()
                .filter(currency -> currency.isSet("active_flag"))
                .flatMap(currency -> currency.text("code").stream())
                .toList();
    }

    List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        for (JsonObject json : v1("filter.list")) {
            json.id("id")
                    .filter(id -> json.isSet("active_flag"))
                    .ifPresent(id -> filters.add(new Filter(
                            id, json.text("name").orElse(id), json.text("type").orElse(""))));
        }
        return filters;
    }

    private List<JsonObject> v1(String name) {
        Operation operation = Operation.named(name);
        return api.read(operation, operation.request()).objects("data");
    }

    private List<JsonObject> v2(Operation operation) {
        return pages(operation, request -> Optional.of(api.read(operation, request)))
                .orElse(List.of());
    }

    /** Makes a list that not everybody may see: a refusal of it is no failure. */
    private Optional<List<JsonObject>> v2IfAllowed(Operation operation) {
        return pages(operation, request -> ifAllowed(operation, request));
    }

    private Optional<JsonObject> ifAllowed(Operation operation, HttpRequest request) {
        ApiResult result = api.call(operation, request);
        return result instanceof ApiResult.Denied ? Optional.empty() : Optional.of(result.answer(operation.where()));
    }

    private static Optional<List<JsonObject>> pages(
            Operation operation, Function<HttpRequest, Optional<JsonObject>> read) {
        List<JsonObject> all = new ArrayList<>();
        HttpRequest first = operation.request().query("limit", PAGE);
        Optional<HttpRequest> next = Optional.of(first);
        while (next.isPresent()) {
            Optional<JsonObject> page = read.apply(next.get());
            if (page.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(page.get().objects("data"));
            next = page.get()
                    .object("additional_data")
                    .flatMap(more -> more.text("next_cursor"))
                    .map(cursor -> first.query("cursor", cursor));
        }
        return Optional.of(all);
    }

    private static List<JsonObject> live(List<JsonObject> list) {
        return list.stream().filter(json -> !json.isSet("is_deleted")).toList();
    }
}
