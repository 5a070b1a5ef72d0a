package dev.crmmigration.examples.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV of several gigabytes, every cell typed and checked, read in a process with {@value #HEAP}, and before it one of a tenth: what
 * memory ten times the file takes. If it took any, it would end for want of it.
 */
public final class ReaderMemoryBenchmark {

    private static final String HEAP = "-Xmx64m";
    private static final String CHILD = "in this process";
    private static final String DEFAULT = "3000";

    private ReaderMemoryBenchmark() {}

    /**
     * Runs it.
     *
     * @param arguments how many megabytes the file has, 3000 if nothing is said
     */
    @SuppressWarnings("SystemOut") // A program of its own that prints its figures
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String megabytes = arguments.length == 0 ? DEFAULT : arguments[0];
        if (arguments.length < 2) {
            Process child =
                    JavaProcess.start(List.of(HEAP), ReaderMemoryBenchmark.class, Redirect.INHERIT, megabytes, CHILD);
            System.exit(child.waitFor());
        }
        PrintStream out = System.out;
        out.printf(
                "%s, at most %,d MB of heap%n",
                Machine.load(), Runtime.getRuntime().maxMemory() >> 20);
        long most = Long.parseLong(megabytes);
        long few = measure(out, most / 10);
        long many = measure(out, most);
        out.printf("ten times the file takes %.2f times the live heap; %s%n", (double) many / few, Machine.load());
    }

    /** Returns the live heap at its most. */
    private static long measure(PrintStream out, long megabytes) throws IOException {
        Path folder = Files.createTempDirectory("reader");
        try (MemoryGauge gauge = MemoryGauge.start()) {
            long rows = ReaderBenchmark.write(folder.resolve("clients.csv"), megabytes * 1_000_000);
            long start = System.nanoTime();
            long read = ReaderBenchmark.read(folder);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (read != rows) {
                throw new IllegalStateException("read " + read + " rows instead of " + rows);
            }
            MemoryGauge.Peak peak = gauge.peak();
            out.printf(
                    "%,6d MB, %,d rows: %.1f s, live heap %.1f MB, process %d MB%n",
                    megabytes, rows, seconds, peak.liveHeap() / 1e6, peak.process() >> 20);
            return peak.liveHeap();
        } finally {
            Folders.delete(folder);
        }
    }
}
