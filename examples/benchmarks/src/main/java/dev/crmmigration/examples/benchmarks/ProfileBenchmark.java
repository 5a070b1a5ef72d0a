package dev.crmmigration.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Profile;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The profile of a million contacts with 40 fields in a process with {@value #HEAP}: time, processor time, memory. */
public final class ProfileBenchmark {

    private static final String HEAP = "-Xmx512m";
    private static final String CHILD = "in this process";
    private static final String DEFAULT = "1000000";
    private static final int FILLERS = 33;
    private static final long SEED = 20_260_105;

    private ProfileBenchmark() {}

    /**
     * Runs it.
     *
     * @param arguments how many contacts, 1,000,000 if nothing is said
     */
    @SuppressWarnings("SystemOut") // A program of its own that prints its figures
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String records = arguments.length == 0 ? DEFAULT : arguments[0];
        if (arguments.length < 2) {
            Process child = JavaProcess.start(List.of(HEAP), ProfileBenchmark.class, Redirect.INHERIT, records, CHILD);
            System.exit(child.waitFor());
        }
        Path folder = Files.createTempDirectory("profile");
        try {
            run(Integer.parseInt(records), folder, System.out);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void run(int records, Path folder, PrintStream out) throws IOException {
        PeopleData data = new PeopleData(records - records / 20, records / 20, FILLERS, SEED);
        out.printf(
                "%s, at most %,d MB of heap%n",
                Machine.load(), Runtime.getRuntime().maxMemory() >> 20);
        out.printf("%,d contacts with %d fields, %,d of them there twice%n", data.count(), FILLERS + 7, records / 20);
        try (FileAccount account = new FileAccount(Files.createDirectories(folder.resolve("account")));
                Migration migration = Migration.builder()
                        .workspace(folder.resolve("workspace"))
                        .source(new PeopleSource(data), Settings.none())
                        .destination(new BenchmarkDestination(account), Settings.none())
                        .mappings(BenchmarkMapping.all())
                        .build()) {
            take("extract and profile", out, migration::extract);
            Profile profile = take("profile", out, migration::profile);
            profile.duplicates()
                    .forEach(found -> out.printf(
                            "  %s: %,d sure groups, %,d pairs to review, dropped %s%n",
                            found.object(), found.groups(), found.reviewPairs(), found.dropped()));
        }
    }

    private interface Step {
        Profile run();
    }

    private static Profile take(String name, PrintStream out, Step step) {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long processor = system.getProcessCpuTime();
        long start = System.nanoTime();
        Profile profile = step.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double processorSeconds = (system.getProcessCpuTime() - processor) / 1e9;
        long peak =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.gc();
        out.printf(
                "  %-20s %6.1f s, %6.1f s of processor time, peak heap %d MB, %s%n",
                name, seconds, processorSeconds, peak >> 20, Machine.load());
        return profile;
    }
}
