package dev.crmmigration.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a migration stands.
 *
 * @param phase the last step that was completed: {@code new}, {@code extracted}, {@code planned}, {@code approved}, {@code
 *     prepared}, {@code ran}, {@code verified}, {@code cut over}, {@code accepted}, {@code rolling back}, {@code rolled
 *     back}
 * @param next what to do next, in words
 * @param effects how many effects are in each state
 * @param steps what each step took, all its calls together
 * @param spent what was taken from the account, by allowance
 * @param systemOfRecord the platform whose data count: the source until the cutover, then the destination
 * @param deltaWindow how long deltas are expected to bring the destination up to the source; from the end of the first run
 * @param freeze after which moment the source must not change
 * @param cutover since when the destination is the system of record
 * @param hypercare how long somebody looks for what went wrong; from the cutover
 * @param acceptance since when nothing can be taken back any more
 */
public record Status(
        StepResult result,
        String phase,
        String next,
        Map<String, Long> effects,
        List<StepCost> steps,
        Map<String, Long> spent,
        String systemOfRecord,
        Window deltaWindow,
        Optional<Mark> freeze,
        Optional<Mark> cutover,
        Window hypercare,
        Optional<Mark> acceptance)
        implements Report {

    /** What somebody has declared, and when. */
    public record Mark(Instant at, String by) {}

    /**
     * A span of time.
     *
     * @param ends empty if it has not begun
     * @param left what is left of it; nothing if it is over
     */
    public record Window(Duration length, Optional<Instant> ends, Duration left) {}
}
