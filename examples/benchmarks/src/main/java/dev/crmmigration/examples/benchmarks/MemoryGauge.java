package dev.crmmigration.examples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every few seconds how much memory is really in use: what a full collection leaves. */
final class MemoryGauge implements AutoCloseable {

    private static final int EVERY_SECONDS = 4;
    private static final Path STATUS = Path.of("/proc/self/status");

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "memory-gauge");
        thread.setDaemon(true);
        return thread;
    });
    private Peak peak = new Peak(0, 0);

    private MemoryGauge() {}

    /**
     * The most that was in use.
     *
     * @param liveHeap bytes that a collection left
     * @param process bytes of the whole process that were in memory; 0 where the system does not tell
     */
    record Peak(long liveHeap, long process) {}

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the timer
    static MemoryGauge start() {
        MemoryGauge gauge = new MemoryGauge();
        gauge.timer.scheduleAtFixedRate(gauge::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        return gauge;
    }

    /** Looks once more and returns the most that was seen. */
    synchronized Peak peak() {
        look();
        return peak;
    }

    private synchronized void look() {
        long process = process();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long live = runtime.totalMemory() - runtime.freeMemory();
        peak = new Peak(Math.max(peak.liveHeap(), live), Math.max(peak.process(), process));
    }

    private static long process() {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
