package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Profile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well duplicates are found: accounts of invented contacts of whom it is known who is there twice, precision and recall
 * by tier. An account is small enough for its profile to show all groups.
 */
public final class DuplicatesBenchmark {

    private static final int ACCOUNTS = 25;
    private static final int PEOPLE = 2_000;
    private static final int TWICE = 80;

    private final PrintStream out;
    private final Tally sure = new Tally();
    private final Tally review = new Tally();
    private final Set<String> found = new HashSet<>();

    private DuplicatesBenchmark(PrintStream out) {
        this.out = out;
    }

    private static final class Tally {
        private long right;
        private long wrong;

        private double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }
    }

    /** Runs it; takes no arguments. */
    @SuppressWarnings("SystemOut") // A program of its own that prints its figures
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("duplicates");
        try {
            new DuplicatesBenchmark(System.out).run(folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private void run(Path folder) throws IOException {
        for (int i = 0; i < ACCOUNTS; i++) {
            account(i, Files.createDirectories(folder.resolve("account-" + i)));
        }
        long all = (long) ACCOUNTS * TWICE;
        out.printf(
                "%,d contacts in %d accounts, %,d of them there twice%n", (PEOPLE + TWICE) * ACCOUNTS, ACCOUNTS, all);
        line("sure", sure, all);
        line("to review", review, all);
        out.printf("  %-10s recall %.4f%n", "together", (double) found.size() / all);
    }

    private void line(String name, Tally tally, long all) {
        out.printf(
                "  %-10s precision %.4f, recall %.4f (%,d right, %,d wrong)%n",
                name, tally.precision(), (double) tally.right / all, tally.right, tally.wrong);
    }

    private void account(int number, Path folder) throws IOException {
        PeopleData data = new PeopleData(PEOPLE, TWICE, 0, 77_000_001L * (number + 1));
        try (FileAccount account = new FileAccount(folder);
                Migration migration = Migration.builder()
                        .workspace(folder.resolve("workspace"))
                        .source(new PeopleSource(data), Settings.none())
                        .destination(new BenchmarkDestination(account), Settings.none())
                        .mappings(BenchmarkMapping.all())
                        .build()) {
            for (Profile.DuplicateProfile profile : migration.extract().duplicates()) {
                profile.first().forEach(group -> judge(number, group));
            }
        }
    }

    private void judge(int account, Profile.DuplicateGroup group) {
        List<String> ids = group.records();
        boolean isSure = group.tier().equals("auto");
        Tally tally = isSure ? sure : review;
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                String one = ids.get(i).substring(1);
                boolean isRight = one.equals(ids.get(j).substring(1));
                tally.right += isRight ? 1 : 0;
                tally.wrong += isRight ? 0 : 1;
                if (isRight) {
                    found.add(account + "/" + one);
                }
                if (!isRight && isSure) {
                    out.printf("  account %d: %s are not the same but %s%n", account, ids, group.reasons());
                }
            }
        }
    }
}
