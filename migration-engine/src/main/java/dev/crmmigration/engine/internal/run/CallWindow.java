package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The calls under way: a window that slides over the effects, whatever their object. Whoever answers first makes room for
 * the next one.
 */
final class CallWindow implements AutoCloseable {

    /** A stop is to be honoured within a second. */
    private static final Duration GRACE = Duration.ofMillis(400);

    /** So many calls wait for a thread, so that none is idle while outcomes are made durable. */
    private static final int LEAST_AHEAD = 2;

    /** What a crash leaves in doubt stays within one scan's worth. */
    private static final int MOST_AHEAD = 16;

    /** A destination that refuses record after record is noticed after so many answers for each thread. */
    private static final int MOST_GATHERED = 2;

    /** So long an answer may wait for others, that become durable with it. */
    private static final Duration GATHERING = Duration.ofMillis(25);

    private final RecordWriter writer;
    private final Canon canon;
    private final int width;
    private final Runnable checkHeld;
    private final ExecutorService threads;
    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private int underWay;
    private int ahead;
    private volatile boolean stopping;
    private long stoppedAt;

    /**
     * @param width how many calls are made at once
     * @param checkHeld throws if the workspace has been taken over while a write waited for its turn
     */
    CallWindow(RecordWriter writer, Canon canon, int width, Runnable checkHeld) {
        this.writer = writer;
        this.canon = canon;
        this.width = width;
        this.ahead = LEAST_AHEAD * width;
        this.checkHeld = checkHeld;
        this.threads = Executors.newFixedThreadPool(width, task -> {
            Thread thread = new Thread(task, "crm-migration-call");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * A batch and what came of it: outcomes in order, or the failure of the whole call.
     *
     * @param kept what the platform returned of the records, in order
     */
    record Answer(
            List<Effect> effects,
            List<Write> writes,
            List<WriteOutcome> outcomes,
            List<Optional<Kept>> kept,
            Optional<RuntimeException> failure) {}

    int underWay() {
        return underWay;
    }

    /**
     * Returns how many more calls are worth being sent. A destination that answers faster than outcomes become durable
     * gets more of them at once, so that more outcomes share a commit.
     */
    int room() {
        return ahead - underWay;
    }

    /** Sends a batch. */
    void send(List<Effect> effects, List<Write> writes) {
        underWay++;
        threads.execute(() -> answers.add(call(effects, writes)));
    }

    private Answer call(List<Effect> effects, List<Write> writes) {
        if (stopping) {
            return answer(
                    effects, writes, writes.stream().map(CallWindow::notSent).toList());
        }
        try {
            checkHeld.run();
            List<WriteOutcome> outcomes = writer.write(writes);
            if (outcomes.size() == writes.size()) {
                return answer(effects, writes, outcomes);
            }
            return failed(
                    effects,
                    writes,
                    new IllegalStateException(
                            "the writer gave " + outcomes.size() + " outcomes for " + writes.size() + " writes"));
        } catch (RuntimeException e) {
            return failed(effects, writes, e);
        } catch (Error e) {
            // Without an answer the step would wait for ever for a thread that has died.
            return failed(effects, writes, new IllegalStateException("the writer broke down", e));
        }
    }

    /** What came back is put in the form in which it is kept here, not by the thread of the step, which all wait for. */
    private Answer answer(List<Effect> effects, List<Write> writes, List<WriteOutcome> outcomes) {
        List<Optional<Kept>> kept = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            ObjectType type = effects.get(i).to();
            kept.add(stored(outcomes.get(i)).map(record -> Kept.of(canon, type, record)));
        }
        return new Answer(effects, writes, outcomes, kept, Optional.empty());
    }

    private static Optional<CrmRecord> stored(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Written written ? written.stored() : Optional.empty();
    }

    private static WriteOutcome notSent(Write write) {
        return new WriteOutcome.Postponed(write.effect(), Instant.EPOCH, WriteOutcome.Reason.BURST);
    }

    private static Answer failed(List<Effect> effects, List<Write> writes, RuntimeException failure) {
        return new Answer(effects, writes, List.of(), List.of(), Optional.of(failure));
    }

    /** Waits a short while for an answer and returns all that are there. */
    List<Answer> answers() {
        if (stopping && SystemTime.steadyNanos() - stoppedAt > GRACE.toNanos()) {
            threads.shutdownNow().forEach(Runnable::run);
        }
        List<Answer> all = new ArrayList<>();
        try {
            Answer first = answers.poll(100, TimeUnit.MILLISECONDS);
            if (first != null) {
                all.add(first);
                gather(all);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        underWay -= all.size();
        long done = all.stream().filter(CallWindow::isDone).count();
        ahead = width * (int) Math.max(LEAST_AHEAD, Math.min(MOST_AHEAD, 3 * done / width));
        return all;
    }

    /** Each round costs a commit, so answers that come one by one are taken together while no thread is idle for it. */
    private void gather(List<Answer> all) throws InterruptedException {
        long until = SystemTime.steadyNanos() + GATHERING.toNanos();
        answers.drainTo(all);
        while (all.size() < MOST_GATHERED * width && isEnoughWaiting(all.size()) && !stopping) {
            Answer next = answers.poll(until - SystemTime.steadyNanos(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            all.add(next);
            answers.drainTo(all);
        }
    }

    /** Half as many calls wait for a thread as there are threads. */
    private boolean isEnoughWaiting(int answered) {
        return underWay - answered - width > width / 2;
    }

    /** What was put off says nothing about how fast the destination works, and one that refuses is to be stopped soon. */
    private static boolean isDone(Answer answer) {
        return !answer.outcomes().isEmpty()
                && answer.outcomes().stream().allMatch(WriteOutcome.Written.class::isInstance);
    }

    /** Begins nothing any more. What is under way may end; soon it is cancelled, then no longer waited for. */
    void stop() {
        if (!stopping) {
            stoppedAt = SystemTime.steadyNanos();
            stopping = true;
        }
    }

    /** Tells whether there is anything that is worth waiting for. */
    boolean isBusy() {
        return underWay > 0
                && !(stopping
                        && SystemTime.steadyNanos() - stoppedAt
                                > GRACE.multipliedBy(2).toNanos());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
