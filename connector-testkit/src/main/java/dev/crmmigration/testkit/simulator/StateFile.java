package dev.crmmigration.testkit.simulator;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Keeps an account in a file between two starts. Without a file it does nothing. */
final class StateFile {

    private final @Nullable Path file;
    private final SimulatedPlatform platform;

    StateFile(@Nullable Path file, SimulatedPlatform platform) {
        this.file = file;
        this.platform = platform;
    }

    void load() {
        if (file == null || Files.notExists(file)) {
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            platform.restore(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the state file " + file, e);
        }
    }

    /** Writes the whole account; the old file stays until the new one is complete. */
    synchronized boolean save() {
        if (file == null) {
            return false;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                platform.save(out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the state file " + file, e);
        }
    }
}
