package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.damage.Rule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of an export: those of a folder with all folders in it, those of a zip, or a single file. Files packed with gzip
 * are unpacked as they are read. Nothing is read that lies outside. Immutable.
 */
public final class ExportFolder {

    private static final int ZIP = 0x504B0304;
    private static final int GZIP = 0x1F8B;

    private final Path root;
    private final String name;
    private final List<String> files;
    private final List<String> leftOut;
    private final @Nullable ZipContents zip;

    private ExportFolder(Path root, String name, List<String> files, List<String> leftOut, @Nullable ZipContents zip) {
        this.root = root;
        this.name = name;
        this.files = List.copyOf(files);
        this.leftOut = List.copyOf(leftOut);
        this.zip = zip;
    }

    /**
     * Lists an export.
     *
     * @param setting the name of the setting that gave the path, for messages
     * @param path a folder, a zip or a file
     * @throws ConfigurationException if there is nothing at the path, it cannot be read, or a zip is not to be trusted
     */
    public static ExportFolder open(String setting, String path) {
        return open(setting, path, ZipContents.Limits.DEFAULT);
    }

    static ExportFolder open(String setting, String path, ZipContents.Limits limits) {
        try {
            Path given = Path.of(path);
            if (!Files.exists(given)) {
                throw new ConfigurationException("setting '" + setting + "' names " + path
                        + ", which does not exist. Give the folder that holds the exported files, or one such file");
            }
            return open(given.toRealPath(), lastPart(given.toAbsolutePath().normalize()), limits);
        } catch (InvalidPathException e) {
            throw new ConfigurationException("setting '" + setting + "' is not a path of this system");
        } catch (DamagedFileException e) {
            throw new ConfigurationException("setting '" + setting + "' names " + path + ": " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigurationException("setting '" + setting + "' names " + path
                    + ", which cannot be read. Give this program the right to read it and all folders in it");
        }
    }

    private static ExportFolder open(Path real, String name, ZipContents.Limits limits) throws IOException {
        if (Files.isDirectory(real)) {
            List<String> leftOut = new ArrayList<>();
            return new ExportFolder(real, name, filesBelow(real, leftOut), leftOut, null);
        }
        Path folder = real.resolve("..").normalize();
        if (startOf(real) != ZIP) {
            return new ExportFolder(folder, name, List.of(lastPart(real)), List.of(), null);
        }
        ZipContents zip = ZipContents.of(real, limits);
        if (zip.files().contains("xl/workbook.xml")) {
            throw new DamagedFileException(
                    Rule.DELIM,
                    "it is an Excel workbook. Save each of its sheets as CSV UTF-8 in a folder, and give that");
        }
        List<String> shown = zip.files().stream()
                .filter(file -> isShown(Path.of(file)))
                .sorted()
                .toList();
        return new ExportFolder(folder, name, shown, List.of(), zip);
    }

    private static int startOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length < 4
                    ? 0
                    : (start[0] & 0xFF) << 24 | (start[1] & 0xFF) << 16 | (start[2] & 0xFF) << 8 | (start[3] & 0xFF);
        }
    }

    private static String lastPart(Path path) {
        return path.getNameCount() == 0
                ? path.toString()
                : path.getName(path.getNameCount() - 1).toString();
    }

    private static List<String> filesBelow(Path folder, List<String> leftOut) throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path relative = folder.relativize(path);
                if (!Files.isRegularFile(path) || !isShown(relative)) {
                    continue;
                }
                boolean isWithin = path.toRealPath().startsWith(folder);
                (isWithin ? files : leftOut).add(relative.toString().replace('\\', '/'));
            }
        }
        files.sort(null);
        leftOut.sort(null);
        return files;
    }

    /** Hidden files and folders are those of the system, not of the export. */
    private static boolean isShown(Path path) {
        for (Path part : path) {
            String text = part.toString();
            if (text.startsWith(".") || text.startsWith("~$") || text.equals("__MACOSX")) {
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

    /** Returns links that lead out of the folder, which are not followed. */
    public List<String> leftOut() {
        return leftOut;
    }

    /**
     * Returns where a file of {@link #files} is on the disk. Prefer {@link #open}, which reads zips as well.
     *
     * @throws ConfigurationException if the export is a zip
     */
    public Path path(String file) {
        if (zip != null) {
            throw new ConfigurationException(
                    "file " + file + " of the export is in a zip, where it cannot be read. Unpack it");
        }
        return root.resolve(file);
    }

    /** Tells whether there is such a file. */
    public boolean has(String file) {
        return files.contains(file);
    }

    /**
     * Opens a file of {@link #files}; if it is packed with gzip, what is in it.
     *
     * @throws IOException if it cannot be read, or is not in the export
     */
    public InputStream open(String file) throws IOException {
        InputStream raw = openPacked(file);
        try {
            PushbackInputStream in = new PushbackInputStream(raw, 2);
            byte[] start = in.readNBytes(2);
            in.unread(start);
            boolean isGzip = start.length == 2 && ((start[0] & 0xFF) << 8 | (start[1] & 0xFF)) == GZIP;
            return isGzip
                    ? new GuardedStream(new GZIPInputStream(in, 1 << 16), mostOf(file), -1, () -> {})
                    : plain(file, raw, in);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** A file on the disk is read without a layer between. */
    private InputStream plain(String file, InputStream raw, PushbackInputStream in) throws IOException {
        if (zip != null) {
            return in;
        }
        raw.close();
        return Files.newInputStream(root.resolve(file));
    }

    private long mostOf(String file) throws IOException {
        long packed = zip != null ? zip.size(file) : Files.size(root.resolve(file));
        return ZipContents.Limits.DEFAULT.most(packed);
    }

    /** Opens a file of {@link #files} as it is. */
    public InputStream openPacked(String file) throws IOException {
        if (!files.contains(file)) {
            throw new FileNotFoundException("the export has no file " + file);
        }
        return zip != null ? zip.open(file) : Files.newInputStream(root.resolve(file));
    }

    /** Returns how many bytes {@link #openPacked} gives. */
    public long size(String file) throws IOException {
        if (!files.contains(file)) {
            throw new FileNotFoundException("the export has no file " + file);
        }
        return zip != null ? zip.size(file) : Files.size(root.resolve(file));
    }
}
