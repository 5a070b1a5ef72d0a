package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.FatalConnectorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Where the newest refresh token is: in memory, and in a file that a person named for it, so that a later session can go
 * on with it. The file names by a hash the token of the settings that it descends from: once a person sets another one,
 * the file counts no more.
 */
final class RefreshTokens {

    private final Secret configured;
    private final Optional<Path> file;

    RefreshTokens(Secret configured, Optional<Path> file) {
        this.configured = configured;
        this.file = file;
    }

    /**
     * Returns the newest refresh token. Makes the file, so that it is known to be writable before a token is lost.
     *
     * @throws ConfigurationException if the file cannot be read or written
     */
    Secret newest() {
        if (file.isEmpty()) {
            return configured;
        }
        try {
            List<String> lines = Files.exists(file.get()) ? Files.readAllLines(file.get()) : List.of();
            if (lines.size() == 2 && lines.get(0).equals(hash())) {
                return Secret.of(lines.get(1));
            }
            write(file.get(), configured);
            return configured;
        } catch (IOException e) {
            throw new ConfigurationException("setting 'oauthTokenFile' names a file that cannot be read and written ("
                    + e.getClass().getSimpleName() + "). Name one in a folder that is there");
        }
    }

    /** Keeps a new refresh token: the old one may be worthless from now on. */
    void keep(Secret next) {
        if (file.isEmpty()) {
            return;
        }
        try {
            write(file.get(), next);
        } catch (IOException e) {
            throw new FatalConnectorException(
                    "The file of setting oauthTokenFile cannot be written any more, and Pipedrive gave a new refresh token."
                            + " Make the file writable, install the app again, and set oauthRefreshToken to its new token.",
                    e);
        }
    }

    private void write(Path target, Secret token) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, ".oauth", ".tmp", onlyForItsOwner());
        try {
            Files.write(fresh, List.of(hash(), token.reveal()), StandardCharsets.UTF_8);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] onlyForItsOwner() {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(configured.reveal().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
