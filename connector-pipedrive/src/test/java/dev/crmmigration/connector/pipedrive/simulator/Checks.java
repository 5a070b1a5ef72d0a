package dev.crmmigration.connector.pipedrive.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that the answer names all of it. */
final class Checks {

    private static final String CUSTOM_FIELDS = "custom_fields.";

    private final List<String> problems = new ArrayList<>();
    private @Nullable String fieldCode;

    void add(String parameter, String problem) {
        problems.add(parameter + ": " + problem);
        if (fieldCode == null && parameter.startsWith(CUSTOM_FIELDS)) {
            String rest = parameter.substring(CUSTOM_FIELDS.length());
            int dot = rest.indexOf('.');
            fieldCode = dot < 0 ? rest : rest.substring(0, dot);
        }
    }

    void notAllowed(String parameter) {
        add(parameter, "Parameter '" + parameter + "' is not allowed for this request");
    }

    /** Refuses the request if anything was wrong. */
    void finish() {
        if (!problems.isEmpty()) {
            throw ApiException.invalid(String.join("; ", problems), fieldCode);
        }
    }
}
