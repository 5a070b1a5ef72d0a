package dev.crmmigration.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An OpenAPI document of version 3.0 or 3.1. Immutable. */
public final class ApiDocument {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final List<Operation> operations;

    private ApiDocument(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    /** Reads a document in YAML or JSON. The paths of its operations begin with that of their first server. */
    public static ApiDocument read(Path file) {
        try {
            return of(new YAMLMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the OpenAPI document " + file, e);
        }
    }

    static ApiDocument of(JsonNode document) {
        DocumentPart root = DocumentPart.root(document);
        Schemas schemas = new Schemas(root);
        List<Operation> operations = new ArrayList<>();
        root.part("paths")
                .members()
                .forEach((path, item) -> item.members().forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        String full = base(operation, item, root) + path;
                        operations.add(new Operation(method, full, item, operation, schemas));
                    }
                }));
        return new ApiDocument(operations);
    }

    /** Returns the path of the first server that the innermost of these parts names. */
    private static String base(DocumentPart... innermostFirst) {
        for (DocumentPart part : innermostFirst) {
            String url = part.node().at("/servers/0/url").asText("");
            if (!url.isEmpty()) {
                return URI.create(url).getPath();
            }
        }
        return "";
    }

    /** Returns the operations in the order of the document. */
    public List<Operation> operations() {
        return operations;
    }
}
