package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one kind of what hangs on a record has of its own. */
interface HangingRules {

    /**
     * Takes over what the client sent.
     *
     * @param record changed in place
     */
    void apply(ObjectNode record, ObjectNode given, boolean isNew, Problems problems);
}
