package dev.crmmigration.examples.cli.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One object of the config file that knows its place and collects what is wrong with it. */
final class ConfigObject {

    private final String path;
    private final JsonNode node;
    private final List<String> problems;

    private ConfigObject(String path, JsonNode node, List<String> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    static ConfigObject root(JsonNode node, List<String> problems) {
        if (!node.isObject()) {
            problems.add("the file must hold one JSON object");
        }
        return new ConfigObject("", node, problems);
    }

    /** Complains about every member that is none of these. */
    ConfigObject knowing(String... known) {
        Set<String> unknown = names();
        unknown.removeAll(Set.of(known));
        for (String name : unknown) {
            problems.add("'" + path + name + "' is not known. Known here are " + String.join(", ", known));
        }
        return this;
    }

    /** Returns a member that must be an object. */
    ConfigObject object(String name) {
        // A missing parent has been complained about.
        if (node.isObject() && !node.has(name)) {
            problems.add("'" + path + name + "' is missing");
        }
        return optional(name);
    }

    /** Returns a member that must be an object if it is there. */
    ConfigObject optional(String name) {
        JsonNode member = node.path(name);
        if (!member.isMissingNode() && !member.isObject()) {
            problems.add("'" + path + name + "' must be an object in braces");
        }
        return new ConfigObject(path + name + ".", member.isObject() ? member : MissingNode.getInstance(), problems);
    }

    /** Returns a member that must be a list of objects if it is there. */
    List<ConfigObject> list(String name) {
        JsonNode member = node.path(name);
        if (!member.isMissingNode() && !member.isArray()) {
            problems.add("'" + path + name + "' must be a list in brackets");
        }
        List<ConfigObject> items = new ArrayList<>();
        for (JsonNode item : member) {
            String place = path + name + "[" + items.size() + "]";
            if (!item.isObject()) {
                problems.add("'" + place + "' must be an object in braces");
            }
            items.add(new ConfigObject(place + ".", item, problems));
        }
        return items;
    }

    /** Tells whether there is anything in it. */
    boolean isEmpty() {
        return node.isEmpty();
    }

    /** Returns a member that must be a text that is not blank; empty if it is not. */
    String text(String name) {
        JsonNode member = node.path(name);
        if (member.isTextual() && !member.textValue().isBlank()) {
            return member.textValue();
        }
        if (node.isObject()) {
            problems.add("'" + path + name + "' " + (member.isMissingNode() ? "is missing" : "must be text"));
        }
        return "";
    }

    /** Returns a member that may be there, a text or a number. */
    Optional<String> value(String name) {
        JsonNode member = node.path(name);
        if (member.isMissingNode()) {
            return Optional.empty();
        }
        if (!member.isTextual() && !member.isNumber()) {
            problems.add("'" + path + name + "' must be a text or a number");
            return Optional.empty();
        }
        return Optional.of(member.asText());
    }

    /** Returns all members, of which each must be a text, a number, true or false. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (String name : names()) {
            JsonNode member = node.path(name);
            if (member.isValueNode() && !member.isNull()) {
                texts.put(name, member.asText());
            } else {
                problems.add("'" + path + name + "' must be a text, a number, true or false");
            }
        }
        return texts;
    }

    /** Returns how problems name a member. */
    String place(String name) {
        return "'" + path + name + "'";
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
