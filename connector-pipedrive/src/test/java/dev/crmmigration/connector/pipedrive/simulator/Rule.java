package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** Says what is wrong with the value of a parameter. */
@FunctionalInterface
interface Rule {

    void check(String parameter, JsonNode value, Checks checks);

    /** Allows {@code null} as well. */
    default Rule orNull() {
        return (parameter, value, checks) -> {
            if (!value.isNull()) {
                check(parameter, value, checks);
            }
        };
    }
}
