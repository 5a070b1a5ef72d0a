package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What has happened to records: of each subject only the latest events, so that long runs stay small. */
final class History {

    private static final int MAX_EVENTS = 50;
    private static final Set<String> UNTOLD = Set.of("update_time", "custom_fields", "id");

    private final Account account;
    private final Table table;

    History(Account account) {
        this.account = account;
        this.table = account.table("changes");
    }

    /**
     * Adds an event.
     *
     * @param subject such as {@code deals/5/followers}
     */
    void add(String subject, ObjectNode event) {
        add(subject, List.of(event));
    }

    private void add(String subject, List<ObjectNode> more) {
        if (more.isEmpty()) {
            return;
        }
        ObjectNode stored = stored(subject);
        ArrayNode events = stored.withArray("events");
        long last = stored.path("last").asLong(0);
        for (ObjectNode event : more) {
            last++;
            events.add(event.put("id", last));
        }
        while (events.size() > MAX_EVENTS) {
            events.remove(0);
        }
        table.put(stored.put("last", last), 0);
    }

    private ObjectNode stored(String subject) {
        IdList present = table.withKey("subject", Row.key(subject));
        if (present.size() > 0) {
            return account.record("changes", present.get(0));
        }
        return Json.object().put("id", table.nextId()).put("subject", subject);
    }

    /** Returns the events, oldest first, each with a number as its id. */
    List<ObjectNode> of(String subject) {
        List<ObjectNode> events = new ArrayList<>();
        IdList present = table.withKey("subject", Row.key(subject));
        if (present.size() > 0) {
            account.record("changes", present.get(0)).path("events").forEach(event -> events.add((ObjectNode) event));
        }
        return events;
    }

    /**
     * Notes which fields an update has changed.
     *
     * @param source {@code api} or {@code app}
     */
    void noteUpdate(String subject, ObjectNode before, ObjectNode after, String source) {
        List<ObjectNode> events = new ArrayList<>();
        compare(before, after, source, events);
        compare(before.path("custom_fields"), after.path("custom_fields"), source, events);
        add(subject, events);
    }

    private void compare(JsonNode before, JsonNode after, String source, List<ObjectNode> events) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeAll(UNTOLD);
        for (String name : names) {
            if (!Objects.equals(text(before.path(name)), text(after.path(name)))) {
                ObjectNode event = Json.object().put("field_key", name);
                event.put("old_value", text(before.path(name)));
                event.put("new_value", text(after.path(name)));
                event.put("actor_user_id", account.tokenUserId());
                event.put("time", account.nowV1());
                event.put("change_source", source);
                event.putNull("change_source_user_agent");
                events.add(event.put("is_bulk_update_flag", false));
            }
        }
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
