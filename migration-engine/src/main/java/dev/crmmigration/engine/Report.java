package dev.crmmigration.engine;

import dev.crmmigration.engine.internal.report.RecordJson;

/**
 * What a step gives: counts and the first of each kind of detail. {@link Profile} and {@link Plan} name owners by e-mail
 * address and values of pick-lists, so they stay in the workspace; the others hold no value of a record.
 */
public interface Report {

    StepResult result();

    /** Returns the report as one JSON document. */
    default String toJson() {
        return RecordJson.write(this);
    }
}
