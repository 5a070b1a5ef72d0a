package dev.crmmigration.engine;

import dev.crmmigration.engine.internal.report.RecordJson;

/** What a step gives: counts and the first of each kind of detail, never values of records. */
public interface Report {

    StepResult result();

    /** Returns the report as one JSON document. */
    default String toJson() {
        return RecordJson.write(this);
    }
}
