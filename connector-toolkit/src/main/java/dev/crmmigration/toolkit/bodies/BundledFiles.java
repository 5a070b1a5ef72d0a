package dev.crmmigration.toolkit.bodies;

import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Compares the files that an export lists with those that it has. Not thread-safe. */
public final class BundledFiles {

    private static final int BUFFER = 1 << 16;
    private static final int START = 512;
    private static final String PDF = "%PDF-";

    private final ExportFolder folder;
    private final long most;
    private final Set<String> listed = new HashSet<>();
    private final Map<String, String> bySum = new HashMap<>();

    /** @param most how many bytes the destination takes */
    public BundledFiles(ExportFolder folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /**
     * A file as it is.
     *
     * @param size its bytes, or 0 if it is missing
     * @param sha256 its checksum, or empty text if it is missing
     * @param rules what does not fit
     */
    public record Checked(long size, String sha256, List<Rule> rules) {

        public boolean isMissing() {
            return rules.contains(Rule.FILE_MISSING);
        }
    }

    /**
     * Looks at a file.
     *
     * @param path where it is in the export
     * @param name what it is called
     * @param size how large it should be, if that is said
     * @param sha256 its checksum, or empty text if nobody said
     */
    public Checked check(String path, String name, OptionalLong size, String sha256) {
        listed.add(path);
        if (path.contains("..") || !folder.has(path)) {
            return new Checked(0, "", List.of(Rule.FILE_MISSING));
        }
        try {
            return checked(path, name, size, sha256);
        } catch (IOException e) {
            return new Checked(0, "", List.of(Rule.FILE_MISSING));
        }
    }

    private Checked checked(String path, String name, OptionalLong said, String sha256) throws IOException {
        long size = 0;
        byte[] start;
        MessageDigest digest = sha256();
        try (InputStream in = folder.openPacked(path)) {
            start = in.readNBytes(START);
            digest.update(start);
            size = start.length;
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        String sum = HexFormat.of().formatHex(digest.digest());
        List<Rule> rules = new ArrayList<>();
        add(rules, Rule.FILE_MISSING, isPageForPdf(name, start));
        add(rules, Rule.FILE_SIZE, said.isPresent() && said.getAsLong() != size);
        add(rules, Rule.FILE_HASH, !sha256.isEmpty() && !sha256.equalsIgnoreCase(sum));
        add(rules, Rule.FILE_BIG, size > most);
        add(rules, Rule.FILE_NAME, !SafeFileName.of(name).equals(name));
        add(rules, Rule.FILE_DUP, !bySum.computeIfAbsent(sum, any -> path).equals(path));
        return new Checked(size, sum, rules);
    }

    private static void add(List<Rule> rules, Rule rule, boolean applies) {
        if (applies) {
            rules.add(rule);
        }
    }

    /** Expired links give a page that asks for a password. */
    private static boolean isPageForPdf(String name, byte[] start) {
        return name.toLowerCase(Locale.ROOT).endsWith(".pdf")
                && !new String(start, StandardCharsets.ISO_8859_1).contains(PDF);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Returns files below a folder of the export that nobody listed ({@link Rule#FILE_EXTRA}). */
    public List<String> extra(String below) {
        return folder.files().stream()
                .filter(file -> file.startsWith(below) && !listed.contains(file))
                .toList();
    }
}
