package dev.crmmigration.testkit.openapi;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/** The members that a schema declares for an object, in all its parts. */
final class Members {

    private static final String[] COMBINED = {"allOf", "anyOf", "oneOf"};

    private final Map<String, DocumentPart> declared = new HashMap<>();
    private boolean open;

    private Members() {}

    static Members of(DocumentPart schema) {
        Members members = new Members();
        members.collect(schema);
        return members;
    }

    private void collect(DocumentPart schema) {
        declared.putAll(schema.part("properties").members());
        DocumentPart additional = schema.part("additionalProperties");
        open |= additional.node().isObject() || additional.node().asBoolean();
        for (String combination : COMBINED) {
            schema.part(combination).elements().forEach(this::collect);
        }
    }

    boolean has(String name) {
        return declared.containsKey(name);
    }

    /** Tells whether the schema allows others expressly, or declares none at all. */
    boolean areOpen() {
        return open || declared.isEmpty();
    }

    /** Returns the schema of a member; one that allows everything if there is none. */
    DocumentPart schema(String name) {
        DocumentPart schema = declared.get(name);
        return schema != null ? schema : DocumentPart.root(MissingNode.getInstance());
    }
}
