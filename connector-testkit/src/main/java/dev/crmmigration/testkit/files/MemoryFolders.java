package dev.crmmigration.testkit.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes the folders of {@code @TempDir} in memory, where the system has a file system for that with room to spare (Linux:
 * {@code /dev/shm}), else where all temporary files are. Tests that make many small databases wait for the disk most of their
 * time, and what they show does not depend on it: the files outlive a process that is killed, and only a power cut could
 * tell the difference.
 *
 * <p>Used when the configuration parameter {@code junit.jupiter.tempdir.factory.default} names this class.
 */
public final class MemoryFolders implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 4L << 30;

    /** Made by JUnit. */
    public MemoryFolders() {}

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        return hasRoom() ? Files.createTempDirectory(MEMORY, "test") : Files.createTempDirectory("test");
    }

    private static boolean hasRoom() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM;
    }
}
