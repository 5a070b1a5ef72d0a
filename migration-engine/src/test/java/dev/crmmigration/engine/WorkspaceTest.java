package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.internal.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of a migration: whose it is, who has it open, what it never holds. */
class WorkspaceTest {

    private static final String TOKEN = "tok-8f2b6c1e-not-for-any-file";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
    }

    @Test
    void belongsToItsOwnerAlone_alsoIfItWasOpenToOthersBefore() throws IOException {
        Files.createDirectories(bench.workspace);
        Files.setPosixFilePermissions(bench.workspace, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Migration migration = bench.open()) {
            assertThat(migration.status().phase()).isEqualTo("new");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.workspace)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void refusesASecondOpener_andIsFreeAgainWhenItIsClosed() {
        try (Migration migration = bench.open()) {
            migration.extract();

            assertThatThrownBy(bench::open)
                    .isInstanceOf(WorkspaceInUseException.class)
                    .hasMessage("workspace workspace is in use by another process. Wait for it, or stop it, and try"
                            + " again.");
        }
        try (Migration migration = bench.open()) {
            assertThat(migration.status().phase()).isEqualTo("extracted");
        }
    }

    @Test
    void holdsNoSecret() throws IOException {
        bench.destination.setting(Setting.secret("apiToken", "The token."));
        for (Settings settings : List.of(Settings.none().secret("apiToken", TOKEN), Settings.of("apiToken", TOKEN))) {
            try (Migration migration =
                    bench.builder().destination(bench.destination, settings).build()) {
                if (migration.status().phase().equals("new")) {
                    Bench.readyAndRun(migration);
                }
                migration.verify();
                migration.rollback();
                migration.plan();
                migration.approve("ops@example.com");
                migration.prepare();
                migration.run();

                assertThat(files()).hasSizeGreaterThan(6).noneMatch(WorkspaceTest::holdsTheToken);
            }
        }
        assertThat(files()).noneMatch(WorkspaceTest::holdsTheToken);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(bench.workspace)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean holdsTheToken(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(TOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void canBeClosedTwice() {
        AtomicInteger closed = new AtomicInteger();
        bench.destination.onClose(closed::incrementAndGet);
        Migration migration = bench.open();
        Bench.plan(migration);
        migration.close();

        assertThatCode(migration::close).doesNotThrowAnyException();
        assertThat(closed).hasValue(1);
    }

    @Test
    void isFree_whenAConnectorFailsToClose() {
        bench.destination.onClose(() -> {
            throw new IllegalStateException("the connection hung");
        });
        Migration migration = bench.open();
        Bench.plan(migration);

        assertThatThrownBy(migration::close).hasMessage("the connection hung");
        bench.destination.onClose(() -> {});
        try (Migration again = bench.open()) {
            assertThat(again.status().phase()).isEqualTo("planned");
        }
    }

    @Test
    void isFree_whenItsFilesAreDamaged() throws IOException {
        Files.createDirectories(bench.workspace);
        Path journal = bench.workspace.resolve("journal.db");
        Files.writeString(journal, "this is no database, and it is long enough to be looked at as one".repeat(20));

        assertThatThrownBy(bench::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Check the disk and the rights on the workspace folder");
        Files.delete(journal);
        try (Migration migration = bench.open()) {
            assertThat(migration.status().phase()).isEqualTo("new");
        }
    }

    @Test
    void leavesNoThread_whenItIsClosed() throws InterruptedException {
        ThreadGroup group = new ThreadGroup("migration of " + folder.getFileName());
        Thread host = new Thread(group, () -> {
            try (Migration migration = bench.open()) {
                Bench.readyAndRun(migration);
                migration.verify();
                migration.rollback();
            }
        });
        host.start();
        host.join();
        Thread[] left = new Thread[100];
        int count = group.enumerate(left);
        for (int i = 0; i < count; i++) {
            left[i].join(10_000);
        }

        assertThat(bench.account.creates()).isEqualTo(16);
        assertThat(group.activeCount()).isZero();
    }

    @Test
    void goesOnElsewhere_whenItIsCopied() throws IOException {
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
        }
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        for (Path file : files()) {
            Path target = copy.resolve(bench.workspace.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        Bench elsewhere = new Bench(copy, bench.account).customers(9);
        try (Migration migration = elsewhere.open()) {
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(migration.verify().closed()).isTrue();
            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
        }
    }
}
