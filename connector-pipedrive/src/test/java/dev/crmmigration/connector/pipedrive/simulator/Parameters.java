package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Moves checked parameters of a request into a record. */
final class Parameters {

    private final Account account;
    private final ObjectNode record;
    private final ObjectNode parameters;

    Parameters(Account account, ObjectNode record, ObjectNode parameters) {
        this.account = account;
        this.record = record;
        this.parameters = parameters;
    }

    /** Takes over what was sent as it is; what was not sent stays. */
    void copy(String... names) {
        copy(List.of(names));
    }

    void copy(List<String> names) {
        for (String name : names) {
            if (parameters.has(name)) {
                record.set(name, parameters.get(name));
            }
        }
    }

    /** Takes over the id of a record that must be there; {@code null} removes the link. */
    void reference(String name, String object) {
        JsonNode id = parameters.get(name);
        if (id == null) {
            return;
        }
        if (id.isIntegralNumber()) {
            account.requireReference(name, object, id.longValue());
        }
        record.set(name, id);
    }

    boolean has(String name) {
        return parameters.has(name);
    }

    /** Tells whether something other than {@code null} was sent. */
    boolean hasValue(String name) {
        return parameters.hasNonNull(name);
    }

    JsonNode get(String name) {
        return parameters.path(name);
    }
}
