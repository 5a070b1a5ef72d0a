package dev.crmmigration.engine.internal.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The workspace of a rehearsal, inside that of the migration. */
public final class RehearsalFolder {

    private static final String ATTACHMENTS = "attachments";

    private final Path folder;

    public RehearsalFolder(Workspace workspace) {
        this.folder = workspace.folder().resolve("rehearsal");
    }

    public Path folder() {
        return folder;
    }

    public boolean isThere() {
        return Files.isDirectory(folder);
    }

    /**
     * Makes it anew: with the plan, the files, and a copy of what was read of the source.
     *
     * @param copySnapshot copies the snapshot to a file
     */
    public void furnish(Workspace from, Consumer<Path> copySnapshot) {
        try {
            delete();
            Files.createDirectories(folder);
            copySnapshot.accept(folder.resolve("generation-1.db"));
            Files.copy(
                    from.planFile(),
                    folder.resolve(from.planFile().getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
            link(from.folder().resolve(ATTACHMENTS), folder.resolve(ATTACHMENTS));
        } catch (IOException e) {
            throw new StoreException("cannot make the workspace of the rehearsal", e);
        }
    }

    private void delete() throws IOException {
        if (!isThere()) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** What is spooled never changes, so it need not be there twice. */
    private static void link(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                try {
                    Files.createLink(target, file);
                } catch (IOException | UnsupportedOperationException e) {
                    Files.copy(file, target);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
