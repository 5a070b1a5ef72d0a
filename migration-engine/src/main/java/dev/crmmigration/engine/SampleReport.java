package dev.crmmigration.engine;

import dev.crmmigration.engine.Status.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the records, written before all others and compared field by field, so that a person can judge the plan by what
 * it does. It holds values of records, so it stays in the workspace.
 *
 * @param fingerprint the approved plan that it was written by
 * @param size how many records it has: those that were chosen, and those that they refer to
 * @param written how many of them are at the destination
 * @param strata what the records were chosen to stand for, those of one mapping together
 * @param records the records, field by field
 * @param accepted who has accepted it, and when; empty while nobody has
 */
public record SampleReport(
        StepResult result,
        String fingerprint,
        long size,
        long written,
        List<Stratum> strata,
        List<SampleRecord> records,
        Optional<Mark> accepted)
        implements Report {

    /**
     * A group of records that the sample should show.
     *
     * @param mapping the mapping that gives them
     * @param name what they have in common: {@code all}, {@code waits} for those that would be held, or {@code field =
     *     value} for a choice, a yes or no, or an owner
     * @param records how many there are
     * @param sampled how many of them are in the sample
     */
    public record Stratum(String mapping, String name, long records, long sampled) {

        /** Tells whether the sample shows nothing of it. */
        public boolean isUnfilled() {
            return sampled == 0;
        }
    }

    /**
     * A record of the sample.
     *
     * @param effect what it was written for
     * @param source the record of the source
     * @param record the record at the destination; empty if it is not there
     * @param state {@code EQUAL}, {@code DIFFERENT}, {@code MISSING} if it is not found any more, {@code UNREADABLE} if the
     *     platform does not give it back, or what has kept it from being written: {@code HELD}, {@code FAILED}, {@code OPEN}
     * @param reason why it was not written; empty if it was
     * @param link where a person sees it in the browser; empty if the platform has no page for it
     */
    public record SampleRecord(
            String effect,
            String source,
            Optional<String> record,
            String state,
            String reason,
            List<FieldDiff> fields,
            Optional<String> link) {}

    /**
     * A field of a record of the sample.
     *
     * @param field its label at the destination
     * @param expression how the plan makes it; empty for what the engine adds
     * @param source the values it is made of, by field of the source; only those of the record itself
     * @param sent what was written; empty if the expression gives nothing
     * @param found what the destination returns; empty if nothing
     * @param verdict {@code EQUAL}; {@code LOSS}, equal as far as the platform can hold it; {@code DIFFERENT}; {@code
     *     NOT_STORED}; {@code NOTHING_SENT} although the source has a value
     * @param loss what the platform cannot hold; empty if it holds all
     */
    public record FieldDiff(
            String field,
            String expression,
            Map<String, String> source,
            Optional<String> sent,
            Optional<String> found,
            String verdict,
            String loss) {

        /** Does not show the values, which may be personal data. */
        @Override
        public String toString() {
            return "FieldDiff[" + field + ", " + verdict + "]";
        }
    }
}
