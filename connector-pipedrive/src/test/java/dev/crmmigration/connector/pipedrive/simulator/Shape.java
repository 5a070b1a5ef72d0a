package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which parameters a request may and must have. */
final class Shape {

    private final Map<String, Rule> rules = new HashMap<>();
    private final Set<String> required = new LinkedHashSet<>();

    Shape required(String parameter, Rule rule) {
        required.add(parameter);
        return optional(parameter, rule);
    }

    Shape optional(String parameter, Rule rule) {
        rules.put(parameter, rule);
        return this;
    }

    /** Returns this shape with nothing required, as a PATCH has it. */
    Shape allOptional() {
        Shape copy = new Shape();
        copy.rules.putAll(rules);
        return copy;
    }

    Shape without(String parameter) {
        rules.remove(parameter);
        required.remove(parameter);
        return this;
    }

    /** Refuses the request if a parameter is unknown, missing or wrong; the answer names all of them. */
    void check(ObjectNode body) {
        Checks checks = new Checks();
        for (Map.Entry<String, JsonNode> parameter : body.properties()) {
            Rule rule = rules.get(parameter.getKey());
            if (rule == null) {
                checks.notAllowed(parameter.getKey());
            } else {
                rule.check(parameter.getKey(), parameter.getValue(), checks);
            }
        }
        for (String name : required) {
            if (!body.has(name)) {
                checks.add(name, "This field is missing.");
            }
        }
        checks.finish();
    }
}
