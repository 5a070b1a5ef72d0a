package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.engine.internal.journal.Effect;
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

    private final RecordWriter writer;
    private final ExecutorService threads;
    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private int underWay;

    /** @param width how many calls are made at once */
    CallWindow(RecordWriter writer, int width) {
        this.writer = writer;
        this.threads = Executors.newFixedThreadPool(width, task -> {
            Thread thread = new Thread(task, "crm-migration-call");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A batch and what came of it: outcomes in order, or the failure of the whole call. */
    record Answer(
            List<Effect> effects,
            List<Write> writes,
            List<WriteOutcome> outcomes,
            Optional<RuntimeException> failure) {}

    int underWay() {
        return underWay;
    }

    /** Sends a batch. */
    void send(List<Effect> effects, List<Write> writes) {
        underWay++;
        threads.execute(() -> answers.add(call(effects, writes)));
    }

    private Answer call(List<Effect> effects, List<Write> writes) {
        try {
            List<WriteOutcome> outcomes = writer.write(writes);
            if (outcomes.size() == writes.size()) {
                return new Answer(effects, writes, outcomes, Optional.empty());
            }
            return new Answer(
                    effects,
                    writes,
                    List.of(),
                    Optional.of(new IllegalStateException(
                            "the writer gave " + outcomes.size() + " outcomes for " + writes.size() + " writes")));
        } catch (RuntimeException e) {
            return new Answer(effects, writes, List.of(), Optional.of(e));
        }
    }

    /** Waits a short while for an answer and returns all that are there. */
    List<Answer> answers() throws InterruptedException {
        List<Answer> all = new ArrayList<>();
        Answer first = answers.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
            all.add(first);
            answers.drainTo(all);
        }
        underWay -= all.size();
        return all;
    }

    /** Cancels what is under way: the answers say what is in doubt. */
    void cancel() {
        threads.shutdownNow();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
