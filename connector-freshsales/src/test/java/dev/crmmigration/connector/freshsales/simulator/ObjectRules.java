package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one object has of its own. */
interface ObjectRules {

    /**
     * Takes the values over that need more than their field's type.
     *
     * @param record changed in place
     * @param given what the client sent
     */
    void apply(ObjectNode record, ObjectNode given, boolean isNew, Problems problems);

    /**
     * Undoes what refers to a record that is deleted.
     *
     * @param isForgotten whether it is gone for good; else it lies in the recycle bin
     */
    default void removed(ObjectNode record, boolean isForgotten) {}

    /** Adds what an answer shows beyond what is stored. */
    default void show(ObjectNode shown) {}
}
