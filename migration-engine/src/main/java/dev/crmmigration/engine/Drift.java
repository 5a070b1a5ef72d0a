package dev.crmmigration.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the destination differs now from what this migration left there.
 *
 * @param at when it was looked
 * @param since when it was last verified that everything was as it should be; what was changed after it was edited
 * @param hypercareUntil until when somebody looks for what went wrong; empty before the cutover
 * @param objects what became of the records
 * @param fields what became of the values
 * @param first the first hundred records that are not as they were left
 * @param checks this check and those before it since the cutover, oldest first; the last hundred
 */
public record Drift(
        StepResult result,
        Instant at,
        Optional<Instant> since,
        Optional<Instant> hypercareUntil,
        List<ObjectDrift> objects,
        List<FieldDrift> fields,
        List<Change> first,
        List<Check> checks)
        implements Report {

    /**
     * What became of the records of one object. records = asLeft + people + apps + others + lost + missing + hidden +
     * unverified
     *
     * @param way how they were read: {@code PAGES}, ... or {@code NONE}
     * @param records how many records of ours there should be
     * @param asLeft how many are as they were left, declared losses aside
     * @param people how many were changed by people
     * @param apps how many were changed by other programs
     * @param others how many were changed by somebody of whom the platform does not tell who it is
     * @param lost how many have lost a value that nobody has edited
     * @param missing how many are not there
     * @param hidden how many are there but not visible for the token's user
     * @param unverified how many cannot be read back
     * @param newByOthers how many records others have made since the migration began, as far as all are read
     */
    public record ObjectDrift(
            String object,
            String way,
            long records,
            long asLeft,
            long people,
            long apps,
            long others,
            long lost,
            long missing,
            long hidden,
            long unverified,
            long newByOthers) {}

    /**
     * What became of the values of one field.
     *
     * @param kinds how many are {@code AS_LEFT}, {@code DECLARED_LOSS}, changed by {@code PEOPLE}, {@code APPS} or
     *     {@code OTHERS}, or {@code LOST}
     */
    public record FieldDrift(String mapping, String field, Map<String, Long> kinds) {}

    /**
     * A record that is not as it was left.
     *
     * @param field empty if it is the whole record, or a field that the migration has not written
     * @param kind {@code PEOPLE}, {@code APPS}, {@code OTHERS}, {@code LOST}, {@code MISSING} or {@code HIDDEN}
     */
    public record Change(String effect, String record, String field, String kind) {}

    /** The records of one check, over all objects. */
    public record Check(Instant at, long asLeft, long edited, long lost, long missing, long hidden, long newByOthers) {}
}
