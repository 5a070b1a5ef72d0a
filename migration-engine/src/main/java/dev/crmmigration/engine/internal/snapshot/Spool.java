package dev.crmmigration.engine.internal.snapshot;

import dev.crmmigration.engine.internal.store.StoreException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a file is written until its name is known. A disk that is full is no fault of the source, so it is told apart. */
final class Spool extends FilterOutputStream {

    private static final String DRAFT = "fetching";

    private Spool(OutputStream file) {
        super(file);
    }

    static OutputStream begin(Path folder) {
        try {
            Files.createDirectories(folder);
            return new Spool(Files.newOutputStream(folder.resolve(DRAFT)));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Gives the file that was written last its name. */
    static void end(Path folder, String name) {
        try {
            Files.move(folder.resolve(DRAFT), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Gives a file of ours a second name in another folder; where it cannot have two, it is copied. */
    static void twin(Path file, Path other) {
        try {
            Files.createDirectories(other.getParent());
            try {
                Files.createLink(other, file);
            } catch (UnsupportedOperationException | FileSystemException e) {
                copy(file, other);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Under its name a file is always whole. */
    private static void copy(Path file, Path other) throws IOException {
        Path draft = other.resolveSibling(DRAFT);
        Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, other, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static StoreException failed(IOException cause) {
        return new StoreException("cannot keep an attachment in the workspace. Look whether its disk is full", cause);
    }
}
