package dev.crmmigration.testkit.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Tells which threads are left of some work: those of its own group, so that others of the JVM do not count. */
final class Leftovers {

    /** How long a thread that was told to end may take, in milliseconds of real time. */
    private static final long GRACE = 2_000;

    /** Pools that HTTP clients share in a JVM and do not let go of. */
    private static final List<String> SHARED = List.of("OkHttp TaskRunner", "HttpClient-");

    private Leftovers() {}

    static List<String> of(Runnable work) {
        ThreadGroup group = new ThreadGroup("contract");
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread worker = new Thread(
                group,
                () -> {
                    try {
                        work.run();
                        done.complete(null);
                    } catch (RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                },
                "contract");
        worker.start();
        try {
            worker.join();
            done.join();
            return left(group);
        } catch (CompletionException e) {
            throw new NotCheckableException("the source cannot be read to its end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotCheckableException("the check was interrupted", e);
        }
    }

    private static List<String> left(ThreadGroup group) throws InterruptedException {
        for (Thread thread : threads(group)) {
            thread.join(GRACE);
        }
        return threads(group).stream().map(Thread::getName).sorted().toList();
    }

    private static List<Thread> threads(ThreadGroup group) {
        Thread[] found = new Thread[group.activeCount() + 16];
        int count = group.enumerate(found);
        return Arrays.stream(found, 0, count)
                .filter(Objects::nonNull)
                .filter(Thread::isAlive)
                .filter(thread -> SHARED.stream().noneMatch(thread.getName()::startsWith))
                .toList();
    }
}
