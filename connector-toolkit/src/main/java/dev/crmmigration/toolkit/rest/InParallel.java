package dev.crmmigration.toolkit.rest;

import dev.crmmigration.api.error.RetryableConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does several things at once, and returns what came of them in their order. */
public final class InParallel {

    private static final int SECONDS_TO_STOP = 5;

    private InParallel() {}

    /**
     * Returns the results in the order of the tasks.
     *
     * @param most how many at once
     */
    public static <T> List<T> all(int most, String name, List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(most, task -> thread(name, task));
        try {
            List<Future<T>> started = new ArrayList<>();
            tasks.forEach(task -> started.add(threads.submit(task)));
            List<T> results = new ArrayList<>();
            for (Future<T> one : started) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RetryableConnectorException.of("reading over HTTP was interrupted", e);
        } finally {
            stop(threads);
        }
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, "crm-migration-rest " + name);
        thread.setDaemon(true);
        return thread;
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException failure
                ? failure
                : RetryableConnectorException.of(
                        "what was read over HTTP cannot be written. Check that there is room in the folder 'spool'",
                        e.getCause());
    }

    private static void stop(ExecutorService threads) {
        threads.shutdownNow();
        try {
            threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
