package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.damage.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The files in a zip. Nothing is ever unpacked to the disk: entries are read where they are. Immutable. */
final class ZipContents {

    private static final Charset DOS = Charset.forName("IBM437");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private final Path zip;
    private final Charset names;
    private final Limits limits;
    private final Map<String, String> entries;

    /**
     * How much a zip may unpack to.
     *
     * @param ratio how many times its packed size a file may have
     * @param free how many bytes a file may have whatever its packed size
     * @param total how many bytes all files may have
     * @param files how many files there may be
     */
    record Limits(long ratio, long free, long total, int files) {

        static final Limits DEFAULT = new Limits(200, 1L << 20, 1L << 37, 100_000);

        long most(long packed) {
            return Math.min(total, Math.max(free, packed * ratio));
        }
    }

    private ZipContents(Path zip, Charset names, Limits limits, Map<String, String> entries) {
        this.zip = zip;
        this.names = names;
        this.limits = limits;
        this.entries = entries;
    }

    static ZipContents of(Path zip, Limits limits) throws IOException {
        try {
            return of(zip, StandardCharsets.UTF_8, limits);
        } catch (ZipException e) {
            return of(zip, DOS, limits);
        }
    }

    private static ZipContents of(Path zip, Charset names, Limits limits) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        Set<String> folded = new HashSet<>();
        long total = 0;
        try (ZipFile file = new ZipFile(zip.toFile(), names)) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                String name = safe(entry.getName());
                total += Math.max(0, entry.getSize());
                check(entry, total, entries.size(), limits);
                if (!folded.add(name.toLowerCase(Locale.ROOT))) {
                    throw new DamagedFileException(
                            Rule.FILE_NAME,
                            "two of its files have one name but for case. Pack it again with one of them");
                }
                entries.put(name, entry.getName());
            }
        }
        return new ZipContents(zip, names, limits, entries);
    }

    private static void check(ZipEntry entry, long total, int files, Limits limits) throws IOException {
        if (entry.getSize() > limits.most(Math.max(0, entry.getCompressedSize()))
                || total > limits.total()
                || files >= limits.files()) {
            throw new DamagedFileException(
                    Rule.ZIP_BOMB, "it unpacks to far more than an export can be. Unpack it yourself if you trust it");
        }
    }

    /** A name that leads out of the zip is never an accident. */
    private static String safe(String entry) throws IOException {
        String name = entry.replace('\\', '/');
        boolean leadsOut = name.startsWith("/") || DRIVE.matcher(name).matches() || name.indexOf('\0') >= 0;
        for (String part : name.split("/", -1)) {
            leadsOut |= part.equals("..");
        }
        if (leadsOut) {
            throw new DamagedFileException(
                    Rule.FILE_NAME,
                    "it holds a file whose name leads out of it. Do not trust it; get it again from where"
                            + " it came");
        }
        return name.startsWith("./") ? name.substring(2) : name;
    }

    Set<String> files() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    InputStream open(String name) throws IOException {
        ZipFile file = new ZipFile(zip.toFile(), names);
        try {
            ZipEntry entry = entry(file, name);
            long most = limits.most(entry.getCompressedSize());
            return new GuardedStream(file.getInputStream(entry), most, entry.getCrc(), file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    long size(String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile(), names)) {
            return entry(file, name).getSize();
        }
    }

    private ZipEntry entry(ZipFile file, String name) throws IOException {
        @Nullable ZipEntry entry = file.getEntry(entries.getOrDefault(name, name));
        if (entry == null) {
            throw new DamagedFileException(Rule.TRUNCATED, "the zip has changed while it was read. Start again");
        }
        return entry;
    }
}
