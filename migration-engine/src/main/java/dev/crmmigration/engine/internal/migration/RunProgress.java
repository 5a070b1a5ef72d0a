package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.MigrationListener.Progress;
import dev.crmmigration.engine.internal.journal.EffectCounts;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Undoing;
import dev.crmmigration.engine.internal.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells the listener how a run goes on, and keeps what must survive a crash up to date; cheap if called often. */
final class RunProgress {

    private static final int ROUNDS = 200;
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** Counting takes the longer the more there is: it gets one part of the time in so many. */
    private static final int SHARE = 50;

    private final MigrationSession session;
    private final String step;
    private final Effects effects;
    private final Undoing undoing;
    private final long total;
    private final Instant begun;
    private final long doneBefore;
    private Instant told;
    private int rounds;
    private long quietUntil = SystemTime.steadyNanos();

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

    /** Returns how many effects are owed. */
    long total() {
        return total;
    }

    void tick() {
        tick(this::tell);
    }

    /** Tells how a rollback goes on. */
    void tickUndo() {
        tick(this::tellUndo);
    }

    private void tick(Consumer<Instant> tell) {
        rounds++;
        Instant now = session.clock().instant();
        if (rounds >= ROUNDS || now.isAfter(told.plus(PERIOD))) {
            rounds = 0;
            told = now;
            session.spending().store();
            tellIfQuiet(tell, now);
        }
    }

    private void tellIfQuiet(Consumer<Instant> tell, Instant now) {
        long before = SystemTime.steadyNanos();
        if (before - quietUntil >= 0) {
            tell.accept(now);
            long after = SystemTime.steadyNanos();
            quietUntil = after + SHARE * (after - before);
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
