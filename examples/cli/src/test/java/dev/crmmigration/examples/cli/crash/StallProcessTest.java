package dev.crmmigration.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.WorkspaceInUseException;
import dev.crmmigration.examples.cli.crash.Stages.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that stands still, loses its workspace and goes on: it writes nothing any more and gives 7. */
@Tag("kills")
@ExtendWith(Tally.class)
@EnabledOnOs({OS.LINUX, OS.MAC})
class StallProcessTest {

    private static final int WORKSPACE_IN_USE = 7;
    private static final int MOST_TRIES = 20;

    @TempDir
    private static Path folder;

    private static Stages stages;
    private static ChildClassPath classPath;

    @BeforeAll
    static void prepare() {
        classPath = ChildClassPath.in(folder);
        stages = new Stages(folder.resolve("stages"), Destinations.PIPEDRIVE.platform());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9})
    void writesNothing_whenItWakesUpAndAnotherOneHasTheWorkspace(int write) throws Exception {
        try (Rig rig = stages.fork(Step.RUN, folder.resolve("stall-" + write))) {
            Victim victim = new Victim(rig, classPath, "run");
            CompletableFuture<Process> started = new CompletableFuture<>();
            CompletableFuture<Void> stopped = new CompletableFuture<>();
            rig.turnstile.at(write, true, () -> {
                signal("-STOP", started.join());
                stopped.complete(null);
            });
            Process stalled = victim.start(List.of());
            started.complete(stalled);
            stopped.join();

            RunReport run = ranByAnother(rig, stalled);
            signal("-CONT", stalled);

            assertThat(victim.exitCode(stalled)).as(victim.out()).isEqualTo(WORKSPACE_IN_USE);
            assertThat(rig.truth()).isEqualTo(stages.after(Step.RUN));
            assertThat(Completing.created(run)).isEqualTo(rig.truth().count());
            try (Migration migration = rig.open()) {
                Completing.holdsTheTruth(rig, migration, migration.report(), stages.after(Step.RUN));
            }
        }
    }

    /** A process that stands still in the middle of a commit keeps others out: then it goes on a little. */
    private static RunReport ranByAnother(Rig rig, Process stalled) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            rig.turnstile.awaitQuiet();
            Files.delete(rig.workspace().resolve("workspace.lock"));
            try (Migration migration = rig.open()) {
                return migration.run();
            } catch (WorkspaceInUseException e) {
                signal("-CONT", stalled);
                signal("-STOP", stalled);
            }
        }
        throw new AssertionError("nobody else gets in");
    }

    private static void signal(String signal, Process process) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
