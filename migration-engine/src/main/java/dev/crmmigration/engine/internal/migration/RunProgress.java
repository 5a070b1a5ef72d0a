package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.MigrationListener.Progress;
import dev.crmmigration.engine.internal.journal.EffectCounts;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Undoing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells the listener how a run goes on, and keeps what must survive a crash up to date; cheap if called often. */
final class RunProgress {

    private static final int ROUNDS = 200;
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final MigrationSession session;
    private final String step;
    private final Effects effects;
    private final Undoing undoing;
    private final long total;
    private final Instant begun;
    private final long doneBefore;
    private Instant told;
    private int rounds;

    RunProgress(MigrationSession session, String step, Effects effects) {
        this.session = session;
        this.step = step;
        this.effects = effects;
        this.undoing = Undoing.everything(effects);
        this.total = new EffectCounts(effects)
                .owedByObject().values().stream().mapToLong(Long::longValue).sum();
        this.begun = session.clock().instant();
        this.told = begun;
        this.doneBefore = effects.count(EffectState.WRITTEN);
    }

    void tick() {
        rounds++;
        Instant now = session.clock().instant();
        if (rounds >= ROUNDS || now.isAfter(told.plus(PERIOD))) {
            rounds = 0;
            told = now;
            session.spending().store();
            tell(now);
        }
    }

    /** Tells how a rollback goes on. */
    void tickUndo() {
        rounds++;
        Instant now = session.clock().instant();
        if (rounds >= ROUNDS || now.isAfter(told.plus(PERIOD))) {
            rounds = 0;
            told = now;
            session.spending().store();
            tellUndo(now);
        }
    }

    private void tellUndo(Instant now) {
        long done = undoing.countUndone("DELETED") + undoing.countUndone("ALREADY_GONE");
        double seconds = Duration.between(begun, now).toMillis() / 1000.0;
        double rate = seconds > 0 ? done / seconds : 0;
        session.listener()
                .progress(new Progress(
                        step,
                        "",
                        done,
                        effects.count(EffectState.WRITTEN),
                        0,
                        0,
                        rate,
                        Optional.empty(),
                        session.spending().spent()));
    }

    void end() {
        tell(session.clock().instant());
    }

    private void tell(Instant now) {
        long done = effects.count(EffectState.WRITTEN);
        long held = effects.count(EffectState.HELD);
        long failed = effects.count(EffectState.FAILED);
        double seconds = Duration.between(begun, now).toMillis() / 1000.0;
        double rate = seconds > 0 ? (done - doneBefore) / seconds : 0;
        long left = total - done - held - failed;
        Optional<Duration> remaining =
                rate > 0 ? Optional.of(Duration.ofSeconds((long) Math.ceil(left / rate))) : Optional.empty();
        session.listener()
                .progress(new Progress(
                        step,
                        "",
                        done,
                        total,
                        held,
                        failed,
                        rate,
                        remaining,
                        session.spending().spent()));
    }
}
