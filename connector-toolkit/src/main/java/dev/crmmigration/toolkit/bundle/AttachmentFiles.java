package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files in the bundle, as attachments name them. Those beyond the bundle are not fetched. */
public final class AttachmentFiles {

    /** Begins the ids of attachments that are files of the bundle. */
    static final String FILE = "file:";

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}/\\\\:]+");
    private static final int MOST_BYTES = 200;
    private static final int BUFFER = 1 << 16;

    private final ExportFolder folder;
    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> listed = new HashSet<>();
    private final Map<String, Long> missing = new HashMap<>();
    private final Map<String, String> byLowerCase = new HashMap<>();

    public AttachmentFiles(ExportFolder folder) {
        this.folder = folder;
        folder.files().forEach(file -> byLowerCase.merge(lower(file), file, (one, other) -> ""));
    }

    /** Looks at an attachment. */
    public void see(RowDraft row) {
        Optional<String> file = fileOf(row);
        file.ifPresent(listed::add);
        file.ifPresent(path -> paths.put(row.id(), path));
        names.put(row.id(), fileName(row));
        if (file.isEmpty()) {
            missing.merge(row.text("category"), 1L, Long::sum);
        }
    }

    /** Completes an attachment with its file, and says what is wrong with it. */
    public void complete(RowDraft row) {
        String name = fileName(row);
        if (!name.equals(row.text("file_name"))) {
            row.mend("file_name", Rule.FILE_NAME);
        }
        Optional<String> file = fileOf(row);
        if (file.isEmpty()) {
            row.mend("file", Rule.FILE_MISSING);
            return;
        }
        row.put("file", new AttachmentRef(FILE + file.get(), name));
        check(row, file.get());
    }

    private void check(RowDraft row, String file) {
        try {
            if (row.integer("size_bytes").filter(size -> size != sizeOf(file)).isPresent()) {
                row.mend("size_bytes", Rule.FILE_SIZE);
            }
            String said = row.text("sha256").toLowerCase(Locale.ROOT);
            if (!said.isEmpty() && !said.equals(sha256(file))) {
                row.mend("sha256", Rule.FILE_HASH);
            }
        } catch (IOException e) {
            throw RetryableConnectorException.of(
                    "file " + file + " of the export cannot be read. Check that the disk it is on is there", e);
        }
    }

    /** A page that asks to log in is no document. */
    private Optional<String> fileOf(RowDraft row) {
        return path(row.text("path"))
                .or(() -> path("files/" + row.text("file_name")))
                .filter(file -> !isPageInsteadOfDocument(row.text("mime_type"), file));
    }

    /**
     * Returns the file of the bundle that a record names itself, without an attachment.
     *
     * @param isPdf whether it must be a PDF: a page that asks to log in is none
     */
    public Optional<AttachmentRef> document(String path, boolean isPdf) {
        Optional<String> file =
                path(path).filter(found -> !isPageInsteadOfDocument(isPdf ? "application/pdf" : "", found));
        file.ifPresent(listed::add);
        return file.map(found -> new AttachmentRef(FILE + found, safe(found.substring(found.lastIndexOf('/') + 1))));
    }

    /** Returns the file of an attachment. */
    public Optional<AttachmentRef> attached(String attachment) {
        return Optional.ofNullable(paths.get(attachment))
                .map(path -> new AttachmentRef(FILE + path, nameOf(attachment)));
    }

    /** Returns the file of the bundle that a path means; none outside the bundle. */
    Optional<String> path(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String path = text.replace('\\', '/').replaceFirst("^(\\./)+", "");
        for (String one : List.of(path, "files/" + path, decoded(path))) {
            if (folder.has(one)) {
                return Optional.of(one);
            }
        }
        return Optional.ofNullable(byLowerCase.get(lower(path))).filter(file -> !file.isEmpty());
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private boolean isPageInsteadOfDocument(String mediaType, String file) {
        boolean isPdf = mediaType.equals("application/pdf") || lower(file).endsWith(".pdf");
        if (!isPdf) {
            return false;
        }
        try (InputStream in = folder.openPacked(file)) {
            return !new String(in.readNBytes(4), StandardCharsets.US_ASCII).equals("%PDF");
        } catch (IOException e) {
            throw RetryableConnectorException.of(
                    "file " + file + " of the export cannot be read. Check that the disk it is on is there", e);
        }
    }

    /** Returns a name that is safe to write anywhere. */
    private static String fileName(RowDraft row) {
        String given = row.text("file_name").isEmpty() ? row.text("path") : row.text("file_name");
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return safe(last.isEmpty() ? "file" : last);
    }

    static String safe(String name) {
        String safe = UNFIT.matcher(name).replaceAll("_").strip();
        while (safe.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            safe = safe.substring(1);
        }
        return safe.isEmpty() || safe.equals("..") || safe.equals(".") ? "file" : safe;
    }

    /** Returns the name of an attachment, empty if there is no such attachment. */
    String nameOf(String attachment) {
        return names.getOrDefault(attachment, "");
    }

    private long sizeOf(String file) {
        try {
            return folder.size(file);
        } catch (IOException e) {
            throw RetryableConnectorException.of("file " + file + " of the export cannot be read", e);
        }
    }

    private String sha256(String file) throws IOException {
        try (InputStream in = folder.openPacked(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Returns the content of a file of the bundle. */
    Content open(String file) {
        if (!folder.has(file)) {
            throw new FatalConnectorException("the export has no such file");
        }
        long size = sizeOf(file);
        return new Content() {
            @Override
            public OptionalLong size() {
                return OptionalLong.of(size);
            }

            @Override
            public InputStream open() throws IOException {
                return folder.openPacked(file);
            }
        };
    }

    /** Returns how many attachments have no file in the bundle, by category. */
    public Map<String, Long> missing() {
        return missing;
    }

    /** Returns files of the bundle that no attachment names. */
    public Set<String> extra(Set<String> others) {
        Set<String> extra = new TreeSet<>(others);
        extra.removeAll(listed);
        return extra;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
