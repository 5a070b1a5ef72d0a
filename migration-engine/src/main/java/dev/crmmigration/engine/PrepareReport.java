package dev.crmmigration.engine;

import java.util.List;
import java.util.Map;

/**
 * What was done to make the destination ready.
 *
 * @param preflight what the destination found out about the account before anything was written
 * @param schema every element that the plan needs, with what became of it: {@code CREATED}, {@code REUSED}, {@code
 *     FOR_A_PERSON}, {@code REFUSED}
 * @param before how many records the destination held before, by object
 * @param effects how many effects are owed
 */
public record PrepareReport(
        StepResult result, List<Finding> preflight, List<Element> schema, Map<String, Long> before, long effects)
        implements Report {

    /**
     * One thing that was found out.
     *
     * @param level {@code OK}, {@code NOTE} or {@code BLOCKER}
     */
    public record Finding(String level, String code, String message) {}

    /** One element. */
    public record Element(String object, String kind, String label, String outcome, String instruction) {}
}
