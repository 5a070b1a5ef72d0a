package dev.crmmigration.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of everything that is owed for the last generation of the source. Before the first delta that is everything
 * since the beginning; after it, what was there before and is still as it should be counts as unchanged.
 *
 * @param mappings owed = created + updated + adopted + unchanged + deleted + held + failed, and nothing in doubt
 * @param held what waits, by mapping and reason
 * @param failed what was refused, by mapping and reason
 * @param first the first hundred of both
 * @param edits fields that the source has changed and people have edited at the destination as well, or that the platform
 *     does not let be changed, and what was done; the first hundred
 * @param gone records at the destination that the source has no more and about which somebody has to decide, the first
 *     hundred
 * @param breaches records that the source has changed after the freeze, as far as it says when; the first hundred
 * @param resolved how many attempts in doubt were cleared up
 * @param phases the objects whose records all have an end, in the order of the plan
 * @param steps what each step took, all its calls together; of a step under way, until now
 * @param spent what was taken from the account by this migration, by allowance
 */
public record RunReport(
        StepResult result,
        List<MappingCounts> mappings,
        List<ReasonCount> held,
        List<ReasonCount> failed,
        List<Ended> first,
        List<Edit> edits,
        List<String> gone,
        List<Breach> breaches,
        long resolved,
        List<PhaseReport> phases,
        List<StepCost> steps,
        Map<String, Long> spent)
        implements Report {

    /** The counts of one mapping. */
    public record MappingCounts(
            String mapping,
            long owed,
            long created,
            long updated,
            long adopted,
            long unchanged,
            long deleted,
            long held,
            long failed,
            long inDoubt,
            long open,
            long duplicates) {

        /** Tells whether everything that is owed has an end. */
        public boolean closes() {
            return owed == created + updated + adopted + unchanged + deleted + held + failed && inDoubt == 0;
        }
    }

    /** How many effects ended for one reason. */
    public record ReasonCount(String mapping, String reason, long effects) {}

    /** One that waits or was refused; what the platform said stays in the workspace. */
    public record Ended(String effect, String state, String reason) {}

    /**
     * A field that was not simply written.
     *
     * @param decision {@code TAKE}: the edit was written over; {@code KEEP}: the edit stays; {@code FLAG}: the edit stays
     *     until somebody decides; {@code FIXED}: the platform sets the field once and for all
     */
    public record Edit(String effect, String record, String field, String decision) {}

    /** A record of the source that was changed although it was frozen, and when. */
    public record Breach(String record, Instant at) {}
}
