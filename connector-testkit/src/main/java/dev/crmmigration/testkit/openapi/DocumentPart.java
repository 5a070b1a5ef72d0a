package dev.crmmigration.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a document and where it stands.
 *
 * @param pointer its JSON pointer
 * @param node missing if there is no such part
 */
record DocumentPart(JsonNode document, String pointer, JsonNode node) {

    static DocumentPart root(JsonNode document) {
        return new DocumentPart(document, "", document);
    }

    boolean exists() {
        return !node.isMissingNode();
    }

    /** Returns a member, or what it refers to. */
    DocumentPart part(String name) {
        String step = name.replace("~", "~0").replace("/", "~1");
        return new DocumentPart(document, pointer + "/" + step, node.path(name)).resolved();
    }

    private DocumentPart element(int index) {
        return new DocumentPart(document, pointer + "/" + index, node.path(index)).resolved();
    }

    /** Follows references within the document. */
    private DocumentPart resolved() {
        String reference = node.path("$ref").asText("");
        if (!reference.startsWith("#/")) {
            return this;
        }
        String target = reference.substring(1);
        return new DocumentPart(document, target, document.at(target)).resolved();
    }

    /** Returns the members of an object in their order. */
    Map<String, DocumentPart> members() {
        Map<String, DocumentPart> members = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> members.put(name, part(name)));
        return members;
    }

    /** Returns the elements of a list. */
    List<DocumentPart> elements() {
        List<DocumentPart> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(element(i));
        }
        return elements;
    }

    String text(String name) {
        return node.path(name).asText("");
    }

    boolean isTrue(String name) {
        return node.path(name).asBoolean();
    }
}
