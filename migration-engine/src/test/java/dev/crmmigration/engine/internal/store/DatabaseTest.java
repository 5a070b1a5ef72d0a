package dev.crmmigration.engine.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.engine.WorkspaceInUseException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("journal.db"));
        database.takeOver("workspace");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @Timeout(60)
    void looksAtTheFence_whileATransactionIsUnderWay() {
        database.transaction(() -> {
            CompletableFuture<Void> call = CompletableFuture.runAsync(database::checkHeld);

            assertThatCode(call::join).doesNotThrowAnyException();
        });
    }

    @Test
    void seesTheOtherOne_onceTheFileWasTakenOver() {
        assertThatCode(database::checkHeld).doesNotThrowAnyException();
        try (Database other = Database.open(folder.resolve("journal.db"))) {
            other.takeOver("workspace");

            assertThatThrownBy(database::checkHeld).isInstanceOf(WorkspaceInUseException.class);
            assertThatThrownBy(() -> database.script("CREATE TABLE late(id INTEGER)"))
                    .isInstanceOf(WorkspaceInUseException.class);
            assertThat(other.number("SELECT count(*) FROM sqlite_master WHERE name = 'late'"))
                    .isZero();
        }
    }
}
