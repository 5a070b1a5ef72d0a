package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.engine.internal.journal.Journal.Event;
import dev.crmmigration.engine.internal.store.Database;
import dev.crmmigration.engine.internal.value.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the hashes in the trail stand for: plain text and salt of everything that may name a person, in a file of its own.
 * Without its salt a hash cannot be linked to anybody, not even by who guesses the plain text; so to erase somebody is to
 * delete rows here, and to erase everybody is to delete the file. The trail is not touched.
 */
public final class AuditValues implements AutoCloseable {

    /** The file in the workspace. */
    public static final String FILE_NAME = "audit-values.db";

    private static final Pattern TOKEN = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int SALT_BYTES = 16;

    private final Database database;
    private final SecureRandom random = new SecureRandom();
    private boolean isIndexed;
    /** Whoever had the file open before may have left the index. */
    private boolean mayBeIndexed = true;

    private AuditValues(Database database) {
        this.database = database;
    }

    /**
     * Opens the file, or makes it, and takes it over from whoever has stalled with it; erased text is overwritten.
     *
     * @throws dev.crmmigration.engine.WorkspaceInUseException if the other one is in the middle of a change
     */
    public static AuditValues open(Path workspace) {
        Database database = Database.open(workspace.resolve(FILE_NAME));
        try {
            database.takeOver(String.valueOf(workspace.getFileName()));
            makeTables(database);
            return new AuditValues(database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void makeTables(Database database) {
        database.script(
                "PRAGMA secure_delete=ON",
                "CREATE TABLE IF NOT EXISTS value(token TEXT NOT NULL, owner TEXT NOT NULL, plain TEXT NOT NULL,"
                        + " salt TEXT NOT NULL)",
                "CREATE INDEX IF NOT EXISTS value_owner ON value(owner, plain)");
    }

    /** Tells whether a workspace has the file. */
    public static boolean areIn(Path workspace) {
        return Files.exists(workspace.resolve(FILE_NAME));
    }

    /** Returns some events as they may leave the workspace, in order; what they hide is durable here. */
    public List<Event> sealed(List<Event> events) {
        List<Event> sealed = new ArrayList<>(events.size());
        forgetIndex();
        database.transaction(() -> events.forEach(event -> sealed.add(new Event(
                event.sequence(), event.at(), event.kind(), Personal.sealed(event.attributes(), this::token)))));
        return sealed;
    }

    private String token(String owner, String plain) {
        return database.first(
                        "SELECT token FROM value WHERE owner = ? AND plain = ?", row -> row.getString(1), owner, plain)
                .orElseGet(() -> newToken(owner, plain));
    }

    private String newToken(String owner, String plain) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String token = token(salt, plain);
        database.update(
                "INSERT INTO value(token, owner, plain, salt) VALUES(?, ?, ?, ?)",
                token,
                owner,
                plain,
                HexFormat.of().formatHex(salt));
        return token;
    }

    private static String token(byte[] salt, String plain) {
        MessageDigest digest = Sha256.digest();
        digest.update(salt);
        digest.update(plain.getBytes(StandardCharsets.UTF_8));
        return "sha256:" + Sha256.hex(digest);
    }

    /** Returns a text with the plain text of every hash that was not erased. */
    public String revealed(String text) {
        indexTokens();
        Matcher tokens = TOKEN.matcher(text);
        return tokens.replaceAll(token -> Matcher.quoteReplacement(plain(token)));
    }

    /** While values come in nobody looks for them by a hash, and an index of hashes would cost a page for each of them. */
    private void indexTokens() {
        if (!isIndexed) {
            database.script("CREATE INDEX IF NOT EXISTS value_token ON value(token)");
            isIndexed = true;
            mayBeIndexed = true;
        }
    }

    private void forgetIndex() {
        if (mayBeIndexed) {
            database.script("DROP INDEX IF EXISTS value_token");
            isIndexed = false;
            mayBeIndexed = false;
        }
    }

    private String plain(MatchResult token) {
        return database.first(
                        "SELECT plain, salt FROM value WHERE token = ?",
                        row -> plain(token.group(), row.getString(1), row.getString(2)),
                        token.group())
                .orElse(token.group());
    }

    /** A text that was changed here would put words into the trail's mouth. */
    private static String plain(String token, String plain, String salt) {
        return token.equals(token(HexFormat.of().parseHex(salt), plain)) ? plain : token + " (plain text was changed)";
    }

    /**
     * Erases all values of an owner: text and salt are overwritten.
     *
     * @return the hashes that stand for nobody any more
     */
    public List<String> erase(String owner) {
        List<String> tokens = database.list("SELECT token FROM value WHERE owner = ?", row -> row.getString(1), owner);
        database.update("DELETE FROM value WHERE owner = ?", owner);
        // The log of changes would keep the old pages until it is used again.
        database.script("PRAGMA wal_checkpoint(TRUNCATE)");
        return tokens;
    }

    @Override
    public void close() {
        database.close();
    }
}
