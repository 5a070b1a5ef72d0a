package dev.crmmigration.engine;

import dev.crmmigration.engine.Status.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The certificate of the cutover; or, if it is refused, every reason, and what stands already.
 *
 * @param by who has cut over
 * @param at since when the destination is the system of record; empty if it was refused
 * @param systemOfRecord the platform whose data count from now on
 * @param account the account at the destination
 * @param freeze after which moment the source had not to change
 * @param generation the number of what was read from the source last
 * @param takenAt when it was taken from the source
 * @param breaches records that the source has changed after the freeze, as far as it says when; they were taken along
 * @param verifiedAt when the verification began that this rests on
 * @param acknowledged records that wait, were refused or are to be decided about, and were acknowledged
 * @param mappings owed = created + ... + failed
 * @param roots one hash for what all records of an object should say by the source, and one for what they say
 * @param unverified objects that cannot be read back, so that nothing is shown of them
 * @param hypercareUntil until when somebody looks for what went wrong
 */
public record Cutover(
        StepResult result,
        String by,
        Optional<Instant> at,
        String systemOfRecord,
        String account,
        Optional<Mark> freeze,
        int generation,
        Optional<Instant> takenAt,
        long breaches,
        Optional<Instant> verifiedAt,
        long acknowledged,
        List<RunReport.MappingCounts> mappings,
        List<Reconciliation.Root> roots,
        List<String> unverified,
        Optional<Instant> hypercareUntil)
        implements Report {}
