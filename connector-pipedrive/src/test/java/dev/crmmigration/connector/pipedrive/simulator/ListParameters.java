package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the query of a list of v2 as strictly as bodies are read. */
final class ListParameters {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;
    private static final int MAX_IDS = 100;
    private static final int MAX_CUSTOM_FIELDS = 15;
    private static final Set<String> OF_ALL = Set.of("limit", "cursor", "sort_by", "sort_direction");
    private static final Set<String> OF_LARGE =
            Set.of("filter_id", "ids", "updated_since", "updated_until", "include_fields");
    private static final Set<String> OF_CUSTOM = Set.of("custom_fields", "include_option_labels", "include_labels");

    private final PipedriveSettings settings;
    private final Entity entity;
    private final Map<String, String> query;
    private final Checks checks = new Checks();

    private ListParameters(PipedriveSettings settings, Entity entity, Map<String, String> query) {
        this.settings = settings;
        this.entity = entity;
        this.query = query;
    }

    /** Reads the parameters; refuses the request if some are unknown or wrong. */
    static ListQuery parse(PipedriveSettings settings, Entity entity, Map<String, String> query) {
        return new ListParameters(settings, entity, query).parse();
    }

    private ListQuery parse() {
        refuseUnknown();
        boolean deleted = false;
        Map<String, Long> keys = new HashMap<>();
        for (Map.Entry<String, String> filter : entity.filters().entrySet()) {
            String value = query.get(filter.getKey());
            if (value != null && value.equals("deleted") && filter.getKey().equals("status")) {
                deleted = true;
            } else if (value != null) {
                keys.put(filter.getValue(), key(filter.getKey(), value));
            }
        }
        String sortBy = choice("sort_by", entity.sortable(), "id");
        boolean descending =
                choice("sort_direction", Set.of("asc", "desc"), "asc").equals("desc");
        int limit = limit();
        entity.otherFilters().forEach(filter -> number(filter, query.getOrDefault(filter, "0")));
        List<Long> ids = ids();
        Long since = moment("updated_since");
        Long until = moment("updated_until");
        if (query.getOrDefault("custom_fields", "")
                        .chars()
                        .filter(c -> c == ',')
                        .count()
                >= MAX_CUSTOM_FIELDS) {
            checks.add("custom_fields", "At most " + MAX_CUSTOM_FIELDS + " fields can be requested.");
        }
        checks.finish();
        if (query.containsKey("filter_id")) {
            throw ApiException.badRequest("The simulator keeps filters but does not apply them");
        }
        String cursor = query.get("cursor");
        Cursor after = cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor, sortBy, descending);
        return new ListQuery(keys, ids, since, until, deleted, sortBy, descending, limit, after);
    }

    private void refuseUnknown() {
        Set<String> known = new TreeSet<>(OF_ALL);
        known.addAll(entity.filters().keySet());
        known.addAll(entity.otherFilters());
        if (entity.isLarge()) {
            known.addAll(OF_LARGE);
        }
        if (entity.customFields() != null) {
            known.addAll(OF_CUSTOM);
        }
        if (settings.isOn(Switch.QUERY_TOKEN)) {
            known.add("api_token");
        }
        query.keySet().stream().filter(name -> !known.contains(name)).forEach(checks::notAllowed);
    }

    private long key(String parameter, String value) {
        switch (parameter) {
            case "status" -> {
                return Row.key(choice("status", Set.of("open", "won", "lost"), "open"));
            }
            case "done" -> {
                return choice("done", Set.of("true", "false"), "false").equals("true") ? 1 : 0;
            }
            case "lead_id" -> {
                return Row.key(value);
            }
            default -> {
                return number(parameter, value);
            }
        }
    }

    private String choice(String parameter, Set<String> choices, String otherwise) {
        String value = query.getOrDefault(parameter, otherwise);
        if (choices.contains(value)) {
            return value;
        }
        checks.add(parameter, "The value you selected is not a valid choice.");
        return otherwise;
    }

    private long number(String parameter, String value) {
        if (value.matches("\\d{1,18}")) {
            return Long.parseLong(value);
        }
        checks.add(parameter, "This value should be of type integer.");
        return 0;
    }

    private int limit() {
        String given = query.get("limit");
        if (given == null) {
            return DEFAULT_LIMIT;
        }
        long limit = number("limit", given);
        if (limit > MAX_LIMIT && settings.answer(Switch.LIMIT_ABOVE_MAX).equals("clamp")) {
            return MAX_LIMIT;
        }
        Rules.between(1, MAX_LIMIT).check("limit", IntNode.valueOf((int) Math.min(limit, Integer.MAX_VALUE)), checks);
        return (int) Math.min(limit, MAX_LIMIT);
    }

    private @Nullable List<Long> ids() {
        String given = query.get("ids");
        if (given == null) {
            return null;
        }
        List<Long> ids = new ArrayList<>();
        for (String id : given.split(",", -1)) {
            ids.add(number("ids", id.strip()));
        }
        if (ids.size() > MAX_IDS) {
            checks.add("ids", "At most " + MAX_IDS + " ids can be requested.");
        }
        return ids;
    }

    private @Nullable Long moment(String parameter) {
        String given = query.get(parameter);
        if (given == null) {
            return null;
        }
        if (Rules.isMoment(given)) {
            return Times.epochSecond(given);
        }
        checks.add(parameter, "This value is not a valid datetime.");
        return null;
    }
}
