package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.error.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of an export: those of a folder with all folders in it, or a single file. Immutable. */
public final class ExportFolder {

    private final Path root;
    private final String name;
    private final List<String> files;

    private ExportFolder(Path root, String name, List<String> files) {
        this.root = root;
        this.name = name;
        this.files = List.copyOf(files);
    }

    /**
     * Lists an export.
     *
     * @param setting the name of the setting that gave the path, for messages
     * @param path a folder or a file
     * @throws ConfigurationException if there is nothing at the path, or it cannot be read
     */
    public static ExportFolder open(String setting, String path) {
        try {
            Path given = Path.of(path);
            if (!Files.exists(given)) {
                throw new ConfigurationException("setting '" + setting + "' names " + path
                        + ", which does not exist. Give the folder that holds the exported files, or one such file");
            }
            String name = lastPart(given.toAbsolutePath().normalize());
            Path real = given.toRealPath();
            return Files.isDirectory(real)
                    ? new ExportFolder(real, name, filesBelow(real))
                    : new ExportFolder(real.resolve("..").normalize(), name, List.of(lastPart(real)));
        } catch (InvalidPathException e) {
            throw new ConfigurationException("setting '" + setting + "' is not a path of this system");
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigurationException("setting '" + setting + "' names " + path
                    + ", which cannot be read. Give this program the right to read it and all folders in it");
        }
    }

    private static String lastPart(Path path) {
        return path.getNameCount() == 0
                ? path.toString()
                : path.getName(path.getNameCount() - 1).toString();
    }

    private static List<String> filesBelow(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(ExportFolder::isShown)
                    .map(path -> path.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Hidden files and folders are those of the system, not of the export. */
    private static boolean isShown(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".") || part.toString().startsWith("~$")) {
                return false;
            }
        }
        return true;
    }

    /** Returns the last part of the path that was given. */
    public String name() {
        return name;
    }

    /** Returns the files, relative to the folder, with slashes, in alphabetical order. */
    public List<String> files() {
        return files;
    }

    /** Returns where a file of {@link #files} is. */
    public Path path(String file) {
        return root.resolve(file);
    }
}
