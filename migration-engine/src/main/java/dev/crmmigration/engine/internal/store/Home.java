package dev.crmmigration.engine.internal.store;

import dev.crmmigration.engine.WorkspaceInUseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where a workspace was opened last. A copy of a workspace that somebody still has open must not be worked on: each would
 * write what the other one writes. Only on one machine can that be seen.
 */
final class Home {

    private final Database journal;

    Home(Database journal) {
        this.journal = journal;
        journal.script("CREATE TABLE IF NOT EXISTS home(id INTEGER PRIMARY KEY CHECK(id = 1), folder TEXT NOT NULL)");
    }

    /**
     * Makes a folder the home.
     *
     * @throws WorkspaceInUseException if it is a copy, and somebody has the original open
     */
    void settle(Path folder) {
        try {
            Path here = folder.toRealPath();
            Optional<Path> home = journal.first("SELECT folder FROM home", row -> Path.of(row.getString(1)));
            if (home.isPresent() && !home.get().equals(here) && isOpen(home.get(), here)) {
                throw new WorkspaceInUseException(String.valueOf(home.get().getFileName()));
            }
            journal.update("INSERT OR REPLACE INTO home(id, folder) VALUES(1, ?)", here.toString());
        } catch (IOException e) {
            throw new StoreException("cannot look at the original of a copied workspace", e);
        }
    }

    private static boolean isOpen(Path home, Path here) throws IOException {
        Path lockFile = home.resolve(Workspace.LOCK);
        if (!Files.exists(lockFile) || Files.isSameFile(home, here)) {
            return false;
        }
        // The locks of a process are its own: two openings of copies must not take each other for the original's.
        synchronized (Home.class) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
                return channel.tryLock() == null;
            } catch (OverlappingFileLockException e) {
                return true;
            }
        }
    }
}
