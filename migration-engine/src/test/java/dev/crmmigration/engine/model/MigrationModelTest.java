package dev.crmmigration.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random sequences of steps over random data come to what a simple model says. {@code -Dmodel.sequences=N} and {@code
 * -Dmodel.start=SEED} choose which; {@code -Dmodel.seed=SEED} runs one alone.
 */
class MigrationModelTest {

    /** CI runs twice as many: the second run begins where the first one ends. */
    private static final int SEQUENCES = 250;

    @TempDir
    Path folder;

    @Test
    void comesToWhatTheModelSays_whateverIsDoneInWhateverOrder(TestReporter reporter) {
        Long alone = Long.getLong("model.seed");
        long start = alone != null ? alone : Long.getLong("model.start", 1);
        long end = start + (alone != null ? 1 : Long.getLong("model.sequences", SEQUENCES));
        reporter.publishEntry("seeds", start + " to " + (end - 1));

        List<String> failures = LongStream.range(start, end)
                .parallel()
                .mapToObj(this::run)
                .filter(failure -> !failure.isEmpty())
                .toList();

        assertThat(failures)
                .as("%d of %d sequences", failures.size(), end - start)
                .isEmpty();
    }

    /** Returns what failed, or nothing. */
    private String run(long seed) {
        Path mine = folder.resolve("seed-" + seed);
        Story story = new Story(seed);
        try (Sequence sequence = new Sequence(seed, mine, story)) {
            sequence.run();
            return "";
        } catch (RuntimeException | AssertionError e) {
            return story.told(e);
        } finally {
            forget(mine);
        }
    }

    private static void forget(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
