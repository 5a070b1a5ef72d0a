package dev.crmmigration.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.openapi.Schemas.Fault;
import dev.crmmigration.testkit.simulator.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges what was sent to one operation. */
final class RequestRules {

    private static final String BODY = "/body";

    private final Operation operation;
    private final Exchange exchange;
    private final boolean membersAreClosed;
    private final List<Fault> faults = new ArrayList<>();

    RequestRules(Operation operation, Exchange exchange, boolean membersAreClosed) {
        this.operation = operation;
        this.exchange = exchange;
        this.membersAreClosed = membersAreClosed;
    }

    List<Fault> faults(Map<String, String> pathParameters) {
        operation.pathParameters().forEach((name, parameter) -> {
            String value = pathParameters.get(name);
            if (value != null) {
                value(parameter, value, "/path/" + name);
            }
        });
        exchange.query().forEach((name, value) -> {
            DocumentPart parameter = operation.query().get(name);
            if (parameter == null) {
                faults.add(new Fault("/query/" + name, Rules.UNKNOWN_PARAMETER, ""));
            } else {
                value(parameter, value, "/query/" + name);
            }
        });
        operation.query().forEach((name, parameter) -> {
            if (parameter.isTrue("required") && !exchange.query().containsKey(name)) {
                faults.add(new Fault("/query/" + name, Rules.REQUIRED, ""));
            }
        });
        body();
        return faults;
    }

    private void value(DocumentPart parameter, String value, String pointer) {
        DocumentPart schema = parameter.part("schema");
        if (schema.exists()) {
            faults.addAll(operation.schemas().faults(schema, Texts.typed(value, schema), pointer));
        }
    }

    private void body() {
        DocumentPart described = operation.requestBody();
        if (exchange.body().length == 0) {
            if (described.isTrue("required")) {
                faults.add(new Fault(BODY, Rules.REQUIRED, ""));
            }
            return;
        }
        DocumentPart content = described.part("content");
        String type = ContentTypes.plain(exchange.contentType());
        DocumentPart media = content.part(type);
        if (!media.exists()) {
            faults.add(new Fault(BODY, Rules.CONTENT_TYPE, ContentTypes.listed(content)));
            return;
        }
        DocumentPart schema = media.part("schema");
        Optional<JsonNode> value = value(type, schema);
        if (value.isEmpty()) {
            faults.add(new Fault(BODY, Rules.SYNTAX, type));
        } else if (schema.exists()) {
            faults.addAll(operation.schemas().faults(schema, value.get(), BODY));
            unknownMembers(schema, value.get(), BODY);
        }
    }

    private Optional<JsonNode> value(String type, DocumentPart schema) {
        try {
            return switch (type) {
                case ContentTypes.FORM -> FormParts.urlEncoded(exchange.body()).map(fields -> object(fields, schema));
                case ContentTypes.MULTIPART ->
                    FormParts.multipart(String.valueOf(exchange.contentType()), exchange.body())
                            .map(fields -> object(fields, schema));
                default -> Optional.of(Json.parse(exchange.body())).filter(value -> !value.isMissingNode());
            };
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode object(Map<String, String> fields, DocumentPart schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Members members = Members.of(schema);
        fields.forEach((name, text) -> object.set(name, Texts.typed(text, members.schema(name))));
        return object;
    }

    /** Looks at the first level only, for deeper ones have the schema's own word. */
    private void unknownMembers(DocumentPart schema, JsonNode value, String above) {
        if (value.isArray()) {
            for (JsonNode element : value) {
                unknownMembers(schema.part("items"), element, above + "/*");
            }
            return;
        }
        Members members = Members.of(schema);
        if (!membersAreClosed || members.areOpen()) {
            return;
        }
        value.fieldNames().forEachRemaining(name -> {
            if (!members.has(name)) {
                faults.add(new Fault(above + "/" + name, Rules.UNKNOWN_MEMBER, ""));
            }
        });
    }
}
