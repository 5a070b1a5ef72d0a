package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;

/** Numbers as Pipedrive keeps them: in double precision, written without a fraction where there is none. */
final class Numbers {

    private static final double MAX_WHOLE = 1e18;

    private Numbers() {}

    static JsonNode asDouble(JsonNode number) {
        double value = number.doubleValue();
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < MAX_WHOLE;
        return isWhole ? LongNode.valueOf((long) value) : DoubleNode.valueOf(value);
    }
}
