package dev.crmmigration.testkit.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An operation of a document. */
public final class Operation {

    private final String method;
    private final String path;
    private final DocumentPart operation;
    private final Schemas schemas;
    private final Map<String, DocumentPart> query;
    private final Map<String, DocumentPart> pathParameters;

    Operation(String method, String path, DocumentPart item, DocumentPart operation, Schemas schemas) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
        this.operation = operation;
        this.schemas = schemas;
        this.query = parameters("query", item, operation);
        this.pathParameters = parameters("path", item, operation);
    }

    /** Collects parameters; one of the operation replaces one of the path. */
    private static Map<String, DocumentPart> parameters(String kind, DocumentPart item, DocumentPart operation) {
        List<DocumentPart> all = new ArrayList<>(item.part("parameters").elements());
        all.addAll(operation.part("parameters").elements());
        Map<String, DocumentPart> ofKind = new LinkedHashMap<>();
        for (DocumentPart parameter : all) {
            if (parameter.text("in").equals(kind)) {
                ofKind.put(parameter.text("name"), parameter);
            }
        }
        return Map.copyOf(ofKind);
    }

    /** Returns the method in upper case. */
    public String method() {
        return method;
    }

    /** Returns the path template, such as {@code /api/v2/persons/{id}}. */
    public String path() {
        return path;
    }

    public Set<String> tags() {
        Set<String> tags = new TreeSet<>();
        operation.part("tags").elements().forEach(tag -> tags.add(tag.node().asText()));
        return tags;
    }

    /** Returns the text of an extension such as {@code x-token-cost}; empty if the operation lacks it. */
    public String extension(String name) {
        return operation.text(name);
    }

    Map<String, DocumentPart> query() {
        return query;
    }

    Map<String, DocumentPart> pathParameters() {
        return pathParameters;
    }

    DocumentPart requestBody() {
        return operation.part("requestBody");
    }

    Map<String, DocumentPart> responses() {
        return operation.part("responses").members();
    }

    Schemas schemas() {
        return schemas;
    }

    /** Tells whether the templates differ in names of parameters and a last slash only. */
    boolean sharesPathsWith(Operation other) {
        return shape().equals(other.shape());
    }

    private String shape() {
        String unnamed = path.replaceAll("\\{[^}]*}", "{}");
        return unnamed.endsWith("/") ? unnamed.substring(0, unnamed.length() - 1) : unnamed;
    }

    /** Returns method and path template. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
