package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.engine.Migration;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All steps of a migration of millions of records in a process with {@value #HEAP}, and before it a tenth of them: what
 * memory and time take ten times the records.
 */
public final class MemoryBenchmark {

    private static final String HEAP = "-Xmx512m";
    private static final String CHILD = "in this process";
    private static final String DEFAULT = "2000000";

    private final PrintStream out;
    private final Path folder;

    private MemoryBenchmark(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** What a step took. */
    private record Taken(double seconds, MemoryGauge.Peak peak) {}

    private interface Step {
        void run();
    }

    /**
     * Runs it.
     *
     * @param arguments how many records, 2,000,000 if nothing is said
     */
    @SuppressWarnings("SystemOut") // A program of its own that prints its figures
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String records = arguments.length == 0 ? DEFAULT : arguments[0];
        if (arguments.length < 2) {
            Process child = JavaProcess.start(List.of(HEAP), MemoryBenchmark.class, Redirect.INHERIT, records, CHILD);
            System.exit(child.waitFor());
        }
        Path folder = Files.createTempDirectory("memory");
        try {
            new MemoryBenchmark(System.out, folder).run(Integer.parseInt(records));
        } finally {
            Folders.delete(folder);
        }
    }

    private void run(int records) throws IOException {
        out.printf(
                "%s, at most %,d MB of heap%n",
                Machine.load(), Runtime.getRuntime().maxMemory() >> 20);
        Map<String, Taken> few = migrate(records / 10);
        Map<String, Taken> many = migrate(records);
        out.printf("ten times the records take of%n");
        many.forEach((step, taken) -> out.printf(
                "  %-8s %5.2f times the live heap, %5.1f times the time%n",
                step,
                (double) taken.peak().liveHeap() / few.get(step).peak().liveHeap(),
                taken.seconds() / few.get(step).seconds()));
        out.println(Machine.load());
    }

    private Map<String, Taken> migrate(int records) throws IOException {
        Path files = Files.createDirectories(folder.resolve("account-" + records));
        Path workspace = folder.resolve("workspace-" + records);
        BenchmarkData data = new BenchmarkData(records);
        Map<String, Taken> steps = new LinkedHashMap<>();
        out.printf("%,d records%n", data.count());
        try (FileAccount account = new FileAccount(files);
                Migration migration = BenchmarkMigration.open(workspace, data, account)) {
            steps.put(
                    "extract",
                    take(
                            "extract",
                            data,
                            () -> BenchmarkMigration.check(
                                    "extract", migration.extract().result())));
            steps.put(
                    "plan",
                    take(
                            "plan",
                            data,
                            () -> BenchmarkMigration.check(
                                    "plan", migration.plan().result())));
            migration.approve("ops@customers.example");
            steps.put(
                    "prepare",
                    take(
                            "prepare",
                            data,
                            () -> BenchmarkMigration.check(
                                    "prepare", migration.prepare().result())));
            steps.put(
                    "run",
                    take(
                            "run",
                            data,
                            () -> BenchmarkMigration.check(
                                    "run", migration.run().result())));
            steps.put(
                    "verify",
                    take(
                            "verify",
                            data,
                            () -> BenchmarkMigration.check(
                                    "verify", migration.verify().result())));
            BenchmarkMigration.check("audit", migration.verifyAudit().result());
            if (account.count() != data.count()) {
                throw new IllegalStateException("the destination has " + account.count() + " records");
            }
        }
        return steps;
    }

    private Taken take(String name, BenchmarkData data, Step step) {
        try (MemoryGauge gauge = MemoryGauge.start()) {
            long start = System.nanoTime();
            step.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            Taken taken = new Taken(seconds, gauge.peak());
            out.printf(
                    "  %-8s %7.1f s %,8.0f records a second, live heap %4d MB, process %5d MB%n",
                    name,
                    seconds,
                    data.count() / seconds,
                    taken.peak().liveHeap() >> 20,
                    taken.peak().process() >> 20);
            return taken;
        }
    }
}
