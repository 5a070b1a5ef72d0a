package dev.crmmigration.examples.benchmarks.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

class DamageRunTest {

    @TempDir
    Path folder;

    @Test
    void repairsWhatHasOneReading_andReadsNothingWrongly(TestReporter reporter) throws IOException {
        DamageRun run = new DamageRun(folder, 600, 42);

        run.run();

        run.lines().forEach(reporter::publishEntry);
        assertThat(run.repairable().damaged()).isGreaterThan(10_000);
        assertThat(run.repairable().share()).isGreaterThanOrEqualTo(0.99);
        assertThat(run.repairable().wrong()).isZero();
        assertThat(run.lasting().damaged()).isGreaterThan(2_000);
        assertThat(run.lasting().wrong()).isZero();
    }
}
