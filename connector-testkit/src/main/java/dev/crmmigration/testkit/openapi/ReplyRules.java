package dev.crmmigration.testkit.openapi;

import dev.crmmigration.testkit.openapi.Schemas.Fault;
import dev.crmmigration.testkit.simulator.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges what came back from one operation. */
final class ReplyRules {

    private static final String BODY = "/body";

    private final Operation operation;
    private final Exchange exchange;

    ReplyRules(Operation operation, Exchange exchange) {
        this.operation = operation;
        this.exchange = exchange;
    }

    List<Fault> faults() {
        Map<String, DocumentPart> responses = operation.responses();
        String status = Integer.toString(exchange.status());
        DocumentPart response = responses.getOrDefault(status, responses.get("default"));
        if (response != null) {
            return body(response.part("content"));
        }
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault("", Rules.STATUS, String.join(", ", responses.keySet())));
        DocumentPart similar = sameKind(responses, status);
        if (similar != null) {
            faults.addAll(body(similar.part("content")));
        }
        return faults;
    }

    /** Finds a response whose status begins alike, such as 200 for 201: its body should be the same. */
    private static @Nullable DocumentPart sameKind(Map<String, DocumentPart> responses, String status) {
        for (Map.Entry<String, DocumentPart> response : responses.entrySet()) {
            if (response.getKey().charAt(0) == status.charAt(0)) {
                return response.getValue();
            }
        }
        return null;
    }

    private List<Fault> body(DocumentPart content) {
        if (!content.exists()) {
            return List.of();
        }
        String type = ContentTypes.plain(exchange.replyType());
        DocumentPart media = content.part(type);
        if (!media.exists()) {
            return List.of(new Fault(BODY, Rules.CONTENT_TYPE, ContentTypes.listed(content)));
        }
        DocumentPart schema = media.part("schema");
        if (!type.equals(ContentTypes.JSON) || !schema.exists()) {
            return List.of();
        }
        try {
            return operation.schemas().faults(schema, Json.parse(exchange.replyBody()), BODY);
        } catch (IOException e) {
            return List.of(new Fault(BODY, Rules.SYNTAX, type));
        }
    }
}
