package dev.crmmigration.engine.internal.snapshot;

import dev.crmmigration.api.error.ConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.engine.internal.retry.ReadRetries;
import dev.crmmigration.engine.internal.store.Database;
import dev.crmmigration.engine.internal.value.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The files that records of a snapshot name, kept in a folder by their SHA-256, so that equal files are kept once and a
 * file that was fetched is never fetched again. Bytes are streamed; no file is ever held in memory.
 */
public final class Attachments {

    private static final int PAGE = 500;

    private final Database database;
    private final Path folder;
    private final FileHost host;

    public Attachments(Snapshot snapshot, Path folder) {
        this(snapshot.database(), folder, new FileHost(""));
        database.script("CREATE TABLE IF NOT EXISTS attachment(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
                + " sha256 TEXT, size INTEGER, problem TEXT)");
    }

    private Attachments(Database database, Path folder, FileHost host) {
        this.database = database;
        this.folder = folder;
        this.host = host;
    }

    /** Returns the same files, of which some are kept at a place of the customer's own. */
    public Attachments hostedAt(FileHost place) {
        return new Attachments(database, folder, place);
    }

    /** Returns where a file is that is kept there; empty if it could not be had. */
    public Optional<String> address(AttachmentRef file) {
        return hash(file).map(sha256 -> host.address(file.fileName(), sha256));
    }

    /**
     * Puts a file into the folder that the customer copies to that place, once. No byte is copied where the file system
     * can give a file two names.
     */
    public void host(AttachmentRef file, Path toHost) {
        hash(file).ifPresent(sha256 -> {
            Path hosted = toHost.resolve(FileHost.name(file.fileName(), sha256));
            if (!Files.exists(hosted)) {
                Spool.twin(folder.resolve(sha256), hosted);
            }
        });
    }

    /** Remembers the files that a record names. */
    void note(Map<String, FieldValue> fields) {
        fields.values().stream()
                .flatMap(value -> value.value().stream())
                .flatMap(value -> value instanceof Collection<?> items ? items.stream() : List.of(value).stream())
                .filter(AttachmentRef.class::isInstance)
                .map(AttachmentRef.class::cast)
                .forEach(file -> database.update("INSERT OR IGNORE INTO attachment(id) VALUES(?)", file.id()));
    }

    /**
     * Fetches every file that is not here yet. One that cannot be had is a gap, not a failure.
     *
     * @param beforeEach called before every file; ends the fetching by throwing
     */
    void fetch(SourceSession source, ReadRetries retries, Runnable beforeEach) {
        List<String> missing = missing();
        while (!missing.isEmpty()) {
            for (String id : missing) {
                beforeEach.run();
                fetch(id, source, retries);
            }
            missing = missing();
        }
    }

    private List<String> missing() {
        return database.list(
                "SELECT id FROM attachment WHERE sha256 IS NULL AND problem IS NULL ORDER BY number LIMIT ?",
                row -> row.getString(1),
                PAGE);
    }

    /** A source that may answer later ends the extraction, which goes on here; one that has no such file does not. */
    private void fetch(String id, SourceSession source, ReadRetries retries) {
        try {
            Kept kept = keep(retries.call(() -> source.open(id)));
            database.update("UPDATE attachment SET sha256 = ?, size = ? WHERE id = ?", kept.sha256, kept.size, id);
        } catch (RetryableConnectorException e) {
            throw e;
        } catch (ConnectorException | IOException e) {
            database.update(
                    "UPDATE attachment SET problem = ? WHERE id = ?",
                    e.getClass().getSimpleName(),
                    id);
        }
    }

    /** @throws IOException if the content cannot be read; if it cannot be kept, that is a failure of the workspace */
    private Kept keep(Content content) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size;
        try (InputStream in = new DigestInputStream(content.open(), digest);
                OutputStream out = Spool.begin(folder)) {
            size = in.transferTo(out);
        }
        String sha256 = Sha256.hex(digest);
        Spool.end(folder, sha256);
        return new Kept(sha256, size);
    }

    /** Returns the SHA-256 of a file; empty if it could not be had. */
    public Optional<String> hash(AttachmentRef file) {
        return database.first(
                "SELECT sha256 FROM attachment WHERE id = ? AND sha256 IS NOT NULL",
                row -> row.getString(1),
                file.id());
    }

    /** Returns the bytes of a file; empty if they could not be had. */
    public Optional<Content> content(AttachmentRef file) {
        return database.first(
                "SELECT sha256, size FROM attachment WHERE id = ? AND sha256 IS NOT NULL",
                row -> new KeptContent(folder.resolve(row.getString(1)), row.getLong(2)),
                file.id());
    }

    /** Returns the length of a file in bytes; empty if it could not be had. */
    public Optional<Long> size(AttachmentRef file) {
        return content(file).map(content -> content.size().orElseThrow());
    }

    /**
     * Returns what is sent of a file for one effect.
     *
     * @param part the part of the effect, which tells whether it is a piece
     */
    public Optional<Sent> sent(AttachmentRef file, String part) {
        FilePiece piece = FilePiece.of(part);
        return size(file)
                .map(size -> new Sent(
                        piece.name(file.fileName()),
                        piece.content(
                                content(file).orElseThrow(),
                                size,
                                file.fileName(),
                                hash(file).orElseThrow(),
                                host)));
    }

    /** A name and bytes whose number is known. */
    public record Sent(String name, Content content) {

        public long size() {
            return content.size().orElseThrow();
        }
    }

    /** Counts the files that could not be had. */
    public long missed() {
        return database.number("SELECT count(*) FROM attachment WHERE problem IS NOT NULL");
    }

    /** Makes those that could not be had missing again, so that a further attempt asks for them. */
    void forgetProblems() {
        database.update("UPDATE attachment SET problem = NULL");
    }

    private record Kept(String sha256, long size) {}

    /** A file of the folder. */
    private record KeptContent(Path file, long length) implements Content {

        @Override
        public OptionalLong size() {
            return OptionalLong.of(length);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
