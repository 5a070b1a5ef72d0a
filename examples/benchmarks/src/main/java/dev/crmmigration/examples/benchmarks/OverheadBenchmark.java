package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.examples.benchmarks.BareLoop.Post;
import dev.crmmigration.toolkit.http.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the engine, with its journal and its audit trail, takes from the rate at which records arrive: beside a bare loop
 * that posts the same bodies, as many at once, to the same server in another process. Both take turns within one run.
 */
public final class OverheadBenchmark {

    private static final Latency AT_ONCE = new Latency("answers at once", 0, 0);
    private static final Latency STEADY = new Latency("answers after 50 ms", 50, 50);
    private static final Latency TAIL = new Latency("answers after 30 ms, 2 % after 600 ms", 30, 600);

    /** Until Java has compiled what both sides use, the compiler takes one of two processors. */
    private static final int WARMING = 40_000;

    private final PrintStream out;
    private final Path folder;
    private int workspaces;

    /** Records a second: from the call of run to its end, and as the server saw the middle of it. */
    private record Turn(double whole, double middle) {}

    private OverheadBenchmark(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /**
     * Runs it.
     *
     * @param arguments how often each side has its turn, 3 if nothing is said
     */
    @SuppressWarnings("SystemOut") // A program of its own that prints its figures
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("overhead");
        try {
            int turns = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
            new OverheadBenchmark(System.out, folder).run(turns);
        } finally {
            Folders.delete(folder);
        }
    }

    private void run(int turns) throws IOException {
        out.printf(
                "%d calls at once, %s; medians of %d turns%n", BenchmarkDestination.CONCURRENCY, Machine.load(), turns);
        try (RunningServer server = RunningServer.start()) {
            compare(server, AT_ONCE, WARMING, 1, false);
            compare(server, AT_ONCE, 40_000, turns, true);
            compare(server, STEADY, 12_000, turns, true);
            compare(server, TAIL, 12_000, turns, true);
        }
        out.println(Machine.load());
    }

    private void compare(RunningServer server, Latency latency, int records, int turns, boolean show)
            throws IOException {
        BenchmarkData data = new BenchmarkData(records);
        List<Post> posts = Collections.synchronizedList(new ArrayList<>());
        List<Turn> engine = new ArrayList<>();
        List<Turn> bare = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            posts.clear();
            engine.add(engine(server, latency, data, (path, body) -> posts.add(new Post(path, Json.write(body)))));
            bare.add(bare(server, latency, List.copyOf(posts)));
        }
        if (show) {
            show(latency, records, engine, bare);
        }
    }

    private void show(Latency latency, int records, List<Turn> engine, List<Turn> bare) {
        out.printf("%s: %,d records%n", latency.name(), records);
        show("whole run", Turn::whole, latency, engine, bare);
        show("middle of it", Turn::middle, latency, engine, bare);
    }

    private void show(String what, ToDoubleFunction<Turn> rate, Latency latency, List<Turn> engine, List<Turn> bare) {
        List<Double> ours = engine.stream().map(rate::applyAsDouble).toList();
        List<Double> theirs = bare.stream().map(rate::applyAsDouble).toList();
        List<Double> ratios = IntStream.range(0, ours.size())
                .mapToObj(turn -> ours.get(turn) / theirs.get(turn))
                .toList();
        out.printf(
                "  %-12s engine %,6.0f a second, bare loop %,6.0f, ratio %.3f (%.3f to %.3f)%s%n",
                what,
                Median.of(ours),
                Median.of(theirs),
                Median.of(ratios),
                Collections.min(ratios),
                Collections.max(ratios),
                ofCeiling(latency, Median.of(ours), Median.of(theirs)));
    }

    private static String ofCeiling(Latency latency, double ours, double theirs) {
        double ceiling = latency.ceiling(BenchmarkDestination.CONCURRENCY);
        return Double.isInfinite(ceiling)
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; of the ceiling of %.0f: %.3f and %.3f",
                        ceiling,
                        ours / ceiling,
                        theirs / ceiling);
    }

    private Turn engine(
            RunningServer server, Latency latency, BenchmarkData data, BiConsumer<String, Map<String, Object>> witness)
            throws IOException {
        server.begin(latency);
        Path workspace = folder.resolve("workspace-" + workspaces++);
        try (HttpAccount account = new HttpAccount(server.address(), witness);
                Migration migration = BenchmarkMigration.open(workspace, data, account)) {
            BenchmarkMigration.ready(migration);
            long start = System.nanoTime();
            BenchmarkMigration.check("run", migration.run().result());
            return new Turn(data.count() * 1e9 / (System.nanoTime() - start), server.rate());
        }
    }

    private static Turn bare(RunningServer server, Latency latency, List<Post> posts) throws IOException {
        server.begin(latency);
        BareLoop loop = new BareLoop(server.address().toString());
        long start = System.nanoTime();
        loop.run(posts);
        return new Turn(posts.size() * 1e9 / (System.nanoTime() - start), server.rate());
    }
}
