package dev.crmmigration.engine.internal.store;

import dev.crmmigration.engine.WorkspaceInUseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one migration, private to its owner and held by one process. Copied while nobody has it open, it goes on
 * elsewhere.
 */
public final class Workspace implements AutoCloseable {

    private static final String PLAN = "plan.json";
    /** The JSON Schema of the plan, for editors that check a file while it is edited. */
    public static final String PLAN_SCHEMA = "plan.schema.json";

    private static final String JOURNAL = "journal.db";
    static final String LOCK = "workspace.lock";

    private final Path folder;
    private final FileChannel lockFile;
    private final Database journal;

    private Workspace(Path folder, FileChannel lockFile, Database journal) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.journal = journal;
    }

    /**
     * Opens the folder, or makes it.
     *
     * @throws WorkspaceInUseException if somebody else has it open
     */
    public static Workspace open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            FileChannel lockFile = locked(folder);
            return new Workspace(folder, lockFile, opened(folder, lockFile));
        } catch (IOException e) {
            throw new StoreException("cannot open workspace " + folder.getFileName(), e);
        }
    }

    private static Database opened(Path folder, FileChannel lockFile) throws IOException {
        try {
            Database journal = Database.open(folder.resolve(JOURNAL));
            try {
                journal.takeOver(String.valueOf(folder.getFileName()));
                new Home(journal).settle(folder);
                return journal;
            } catch (RuntimeException e) {
                journal.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new WorkspaceInUseException(String.valueOf(folder.getFileName()));
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path folder() {
        return folder;
    }

    /** Returns the journal's database, open as long as the workspace is. */
    public Database journal() {
        return journal;
    }

    /** Returns the file of a generation of the snapshot. */
    public Path generation(int number) {
        return folder.resolve("generation-" + number + ".db");
    }

    /** Deletes a generation and everything that belongs to it. */
    public void forgetGeneration(int number) {
        deleteDatabase(generation(number));
    }

    /** Deletes a database that nobody has open. */
    public static void deleteDatabase(Path file) {
        try {
            for (String ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            }
        } catch (IOException e) {
            throw new StoreException("cannot delete " + file.getFileName(), e);
        }
    }

    /** Returns how many bytes the folder takes on the disk; what comes and goes meanwhile may be missing. */
    public long size() {
        long[] bytes = new long[1];
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new StoreException("cannot look at the workspace", e);
        }
        return bytes[0];
    }

    public Path planFile() {
        return folder.resolve(PLAN);
    }

    /** Returns the text of the plan, or empty if nobody has planned yet. */
    public Optional<String> plan() {
        try {
            return Files.exists(planFile())
                    ? Optional.of(Files.readString(planFile(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new StoreException("cannot read " + PLAN, e);
        }
    }

    /** Replaces the plan in one go. */
    public void writePlan(String text) {
        replace(planFile(), text);
    }

    /** Replaces the JSON Schema that lies beside the plan. */
    public void writePlanSchema(String text) {
        replace(folder.resolve(PLAN_SCHEMA), text);
    }

    /** Replaces a report in one go. */
    public void writeReport(String name, String text) {
        replace(reportFile(name), text);
    }

    /** Returns the text of a report, or empty if it was never written. */
    public Optional<String> report(String name) {
        try {
            return Files.exists(reportFile(name))
                    ? Optional.of(Files.readString(reportFile(name), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new StoreException("cannot read the report " + name, e);
        }
    }

    /** Returns where a report is, or would be. */
    public Path reportFile(String name) {
        return folder.resolve("reports").resolve(name);
    }

    private static void replace(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException("cannot write " + file.getFileName(), e);
        }
    }

    @Override
    public void close() {
        try {
            journal.close();
        } finally {
            release();
        }
    }

    private void release() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new StoreException("cannot release the workspace", e);
        }
    }
}
