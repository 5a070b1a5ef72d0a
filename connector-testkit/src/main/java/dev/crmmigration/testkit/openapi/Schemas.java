package dev.crmmigration.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a document, each compiled when it is first needed. Safe for use by several threads. */
final class Schemas {

    private static final String BASE = "urn:openapi";
    private static final int MAX_QUOTED = 120;

    private final Schema whole;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    Schemas(DocumentPart document) {
        var dialect = document.text("openapi").startsWith("3.0") ? Dialects.getOpenApi30() : Dialects.getOpenApi31();
        var config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        SchemaRegistry registry = SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config));
        // Taken as a schema as a whole, for references lead anywhere in it.
        this.whole = registry.getSchema(SchemaLocation.of(BASE), document.node());
    }

    /** Returns where a value is not as its schema says: pointer below {@code above}, keyword, what the schema says. */
    List<Fault> faults(DocumentPart schema, JsonNode value, String above) {
        List<Fault> faults = new ArrayList<>();
        for (Error error : compiled(schema).validate(value)) {
            String missing = error.getProperty() == null ? "" : "/" + error.getProperty();
            faults.add(new Fault(above + pointer(error.getInstanceLocation()) + missing, rule(error), quoted(error)));
        }
        return faults;
    }

    private static String rule(Error error) {
        boolean isNull =
                error.getInstanceNode() != null && error.getInstanceNode().isNull();
        return isNull && error.getKeyword().equals("type") ? Rules.NULL : error.getKeyword();
    }

    private Schema compiled(DocumentPart schema) {
        return compiled.computeIfAbsent(schema.pointer(), pointer -> {
            synchronized (whole) {
                return whole.getRefSchema(
                        SchemaLocation.of(BASE + "#" + pointer).getFragment());
            }
        });
    }

    private static String pointer(NodePath path) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            pointer.append('/').append(step instanceof Integer ? "*" : step);
        }
        return pointer.toString();
    }

    /** Quotes the document only; the library's own messages may quote the value. */
    private static String quoted(Error error) {
        JsonNode said = error.getSchemaNode();
        if (said == null || said.isMissingNode()) {
            return "";
        }
        String text = said.isTextual() ? said.textValue() : said.toString();
        return text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "..." : text;
    }

    /** What is wrong with a value, and where. */
    record Fault(String pointer, String rule, String expected) {}
}
