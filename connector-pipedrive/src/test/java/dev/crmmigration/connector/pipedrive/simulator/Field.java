package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field definition as v2 shows it, plus what only the account knows of it. Not thread-safe. */
final class Field {

    /** Present in the account's own file only. */
    private static final Set<String> OWN_MEMBERS =
            Set.of("id", "is_deleted", "add_time", "update_time", "add_visible_flag");

    private static final Set<String> ON_REQUEST = Set.of("ui_visibility", "important_fields", "required_fields");

    private final ObjectNode definition;

    Field(ObjectNode definition) {
        this.definition = definition;
    }

    /** Returns the number by which v1 knows the field. */
    long id() {
        return definition.path("id").longValue();
    }

    String code() {
        return definition.path("field_code").textValue();
    }

    String type() {
        return definition.path("field_type").textValue();
    }

    boolean isCustom() {
        return definition.path("is_custom_field").booleanValue();
    }

    boolean isDeleted() {
        return definition.path("is_deleted").asBoolean(false);
    }

    void delete() {
        definition.put("is_deleted", true);
    }

    void set(String member, JsonNode value) {
        definition.set(member, value);
    }

    boolean hasOptions() {
        return definition.path("options").isArray();
    }

    /** Returns the options; a field without any gets an empty list. */
    ArrayNode options() {
        return definition.path("options") instanceof ArrayNode options ? options : definition.putArray("options");
    }

    @Nullable
    ObjectNode option(long id) {
        for (JsonNode option : definition.path("options")) {
            if (option.path("id").isIntegralNumber() && option.path("id").longValue() == id) {
                return (ObjectNode) option;
            }
        }
        return null;
    }

    boolean hasOption(JsonNode id) {
        return id.isIntegralNumber() && option(id.longValue()) != null;
    }

    /**
     * Returns the definition as v2 sends it.
     *
     * @param included which of the members that are sent on request only
     */
    ObjectNode shown(Set<String> included) {
        ObjectNode shown = Json.object();
        definition.properties().forEach(member -> {
            String name = member.getKey();
            if (!OWN_MEMBERS.contains(name) && (!ON_REQUEST.contains(name) || included.contains(name))) {
                shown.set(name, member.getValue());
            }
        });
        return shown;
    }

    /** Returns the definition with all that the account knows of it. */
    ObjectNode whole() {
        return definition;
    }
}
