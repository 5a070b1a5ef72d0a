package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.ObjectTraits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that stalled, lost the workspace to another one and wakes up again changes nothing any more. */
class FencingTest {

    private static final int WRITES = 37;

    @TempDir
    Path folder;

    private Bench stalled;
    private Bench other;
    private final AtomicBoolean otherIsDone = new AtomicBoolean();

    @BeforeEach
    void fill() {
        stalled = new Bench(folder).customers(30);
        other = new Bench(stalled.workspace, stalled.account);
        for (Bench bench : List.of(stalled, other)) {
            bench.destination.traits("person", ObjectTraits.written(1)).traits("company", ObjectTraits.written(1));
        }
    }

    private void loseTheLock() {
        try {
            Files.delete(stalled.workspace.resolve("workspace.lock"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets another process do something while the step stands still: after a write was done, while the next one waits for
     * its turn.
     */
    private void whileStalled(Runnable work) {
        CountDownLatch awake = new CountDownLatch(1);
        AtomicBoolean stands = new AtomicBoolean();
        stalled.destination.writer(writer -> batch -> {
            var outcomes = writer.write(batch);
            stalled.clock.advanceTo(stalled.clock.instant().plusSeconds(2));
            stands.set(true);
            join(awake);
            return outcomes;
        });
        stalled.listener = new MigrationListener() {
            @Override
            public void progress(Progress progress) {
                if (stands.compareAndSet(true, false) && awake.getCount() > 0) {
                    loseTheLock();
                    try {
                        work.run();
                        otherIsDone.set(true);
                    } finally {
                        awake.countDown();
                    }
                }
            }
        };
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void writesNothing_whenAnotherProcessHasFinishedTheRunMeanwhile() {
        whileStalled(() -> {
            try (Migration migration = other.open()) {
                assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            }
        });

        assertThatThrownBy(() -> {
                    try (Migration migration = stalled.open()) {
                        Bench.readyAndRun(migration);
                    }
                })
                .isInstanceOf(WorkspaceInUseException.class);
        assertThat(otherIsDone).isTrue();
        assertThat(stalled.account.creates()).isEqualTo(WRITES);
        try (Migration migration = other.open()) {
            assertThat(migration.verify().closed()).isTrue();
            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void deletesNothing_whenAnotherProcessHasBegunAgainMeanwhile() {
        try (Migration migration = stalled.open()) {
            Bench.readyAndRun(migration);
        }
        whileStalled(() -> {
            try (Migration migration = other.open()) {
                assertThat(migration.rollback().proven()).isTrue();
                migration.plan();
                migration.approve("ops@example.com");
                migration.prepare();
                assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            }
        });

        assertThatThrownBy(() -> {
                    try (Migration migration = stalled.open()) {
                        migration.rollback();
                    }
                })
                .isInstanceOf(WorkspaceInUseException.class);
        assertThat(otherIsDone).isTrue();
        assertThat(stalled.account.records("person")).hasSize(30);
    }

    @Test
    void refusesEveryStepThatChangesSomething_whenTheWorkspaceWasTakenOver() {
        try (Migration first = stalled.open()) {
            first.extract();
            loseTheLock();
            try (Migration second = other.open()) {
                for (Runnable step : List.<Runnable>of(first::extract, first::plan, first::verifyAudit)) {
                    assertThatThrownBy(step::run)
                            .isInstanceOf(WorkspaceInUseException.class)
                            .hasMessageContaining("workspace workspace is in use");
                }
                assertThat(second.plan().result()).isEqualTo(StepResult.COMPLETE);
            }
        } catch (WorkspaceInUseException e) {
            assertThat(e).hasMessageContaining("in use");
        }
    }

    @Test
    void refusesACopy_asLongAsSomebodyHasTheOriginalOpen() {
        Bench copy = new Bench(folder.resolve("copy"), stalled.account).customers(30);
        try (Migration migration = stalled.open()) {
            Bench.ready(migration);
            copyDatabases(copy.workspace);

            assertThatThrownBy(copy::open)
                    .isInstanceOf(WorkspaceInUseException.class)
                    .hasMessageStartingWith("workspace workspace is in use");
        }
        try (Migration migration = copy.open()) {
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    private void copyDatabases(Path copy) {
        try (Stream<Path> files = Files.list(stalled.workspace)) {
            Files.createDirectories(copy);
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(lock|-shm)$"))
                    .toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
