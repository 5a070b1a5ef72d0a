package dev.crmmigration.connector.freshsales;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether jobs work for an object: an account takes a field for a key only where its values are unique, and does not tell
 * of a field whether they are. Until a job has made a record there is one job at a time, and after two that made none there
 * are no more. Thread-safe.
 */
final class BulkTrials {

    private static final int MOST_FAILED = 2;

    private final Map<FreshsalesObject, Trial> trials = new EnumMap<>(FreshsalesObject.class);
    private final Duration patience;

    /** @param patience how long a job is waited for; then there may be another */
    BulkTrials(Duration patience) {
        this.patience = patience;
    }

    /** What may be done with records that could go together. */
    enum Verdict {
        TOGETHER,
        LATER,
        ALONE
    }

    private record Trial(
            boolean works, int failed, @Nullable Instant begun) {

        static final Trial NONE = new Trial(false, 0, null);
    }

    /** Asks for a job; where the answer is that they may go together, the job is under way. */
    synchronized Verdict ask(FreshsalesObject object, Instant now) {
        Trial trial = of(object);
        if (trial.works()) {
            return Verdict.TOGETHER;
        }
        if (trial.failed() >= MOST_FAILED) {
            return Verdict.ALONE;
        }
        Instant begun = trial.begun();
        if (begun != null && now.isBefore(begun.plus(patience))) {
            return Verdict.LATER;
        }
        trials.put(object, new Trial(false, trial.failed(), now));
        return Verdict.TOGETHER;
    }

    private Trial of(FreshsalesObject object) {
        return trials.getOrDefault(object, Trial.NONE);
    }

    /** A job has made records. */
    synchronized void worked(FreshsalesObject object) {
        trials.put(object, new Trial(true, 0, null));
    }

    /** A job is at its end, and has made no record. */
    synchronized void failed(FreshsalesObject object) {
        Trial trial = of(object);
        trials.put(object, new Trial(trial.works(), trial.failed() + 1, null));
    }

    /** It is not known what became of a job, or there is none. */
    synchronized void over(FreshsalesObject object) {
        Trial trial = of(object);
        trials.put(object, new Trial(trial.works(), trial.failed(), null));
    }
}
