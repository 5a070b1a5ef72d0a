package dev.crmmigration.engine;

import java.util.List;
import java.util.Map;

/**
 * What was done to make the destination ready.
 *
 * @param schema every element that the plan needs, with what became of it: {@code CREATED}, {@code REUSED}, {@code
 *     FOR_A_PERSON}, {@code REFUSED}
 * @param before how many records the destination held before, by object
 * @param effects how many effects are owed
 */
public record PrepareReport(StepResult result, List<Element> schema, Map<String, Long> before, long effects)
        implements Report {

    /** One element. */
    public record Element(String object, String kind, String label, String outcome, String instruction) {}
}
