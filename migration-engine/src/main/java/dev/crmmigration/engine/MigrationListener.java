package dev.crmmigration.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Hears how a step goes on. Called by the thread of the step, often: return quickly. A listener that throws is logged and
 * does not harm the step.
 */
public interface MigrationListener {

    MigrationListener NONE = new MigrationListener() {};

    /** Something moved on. */
    default void progress(Progress progress) {}

    /** Something worth a line happened: an object is closed, the account made us wait. Holds no personal data. */
    default void message(String text) {}

    /** The last record of an object has its end, and its counts are made. */
    default void phaseClosed(PhaseReport report) {}

    /**
     * How far a step is.
     *
     * @param step such as {@code run}
     * @param object what it is working on
     * @param done how many are done
     * @param total how many there are; 0 if that is not known yet
     * @param waiting how many wait for something that is missing
     * @param failed how many were refused
     * @param perSecond how many a second, by the migration's clock, since the step began
     * @param remaining how long it will take at this rate; empty if that is not known
     * @param spent what was taken from the account, by allowance
     */
    record Progress(
            String step,
            String object,
            long done,
            long total,
            long waiting,
            long failed,
            double perSecond,
            Optional<Duration> remaining,
            Map<String, Long> spent) {}
}
