package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.examples.benchmarks.damage.DamageRun;
import dev.crmmigration.examples.benchmarks.damage.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How much of what people and spreadsheets do to exports is repaired, put aside, or read wrongly. */
public final class DamageBenchmark {

    private DamageBenchmark() {}

    /**
     * Damages exports and reads them.
     *
     * @param arguments rows of an export, 5000; seed, 1
     */
    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path folder = Files.createTempDirectory("damage");
        try {
            DamageRun run = new DamageRun(folder, rows, seed);
            run.run();
            run.lines().forEach(System.out::println);
            print("repairable", run.repairable());
            print("lasting", run.lasting());
        } finally {
            Files.deleteIfExists(folder.resolve("table.csv"));
            Files.deleteIfExists(folder);
        }
    }

    private static void print(String name, Tally tally) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows damaged, %.2f %% repaired, %d put aside, %d flagged, %d wrong%n",
                name,
                tally.damaged(),
                tally.share() * 100,
                tally.quarantined(),
                tally.flagged(),
                tally.wrong());
    }
}
