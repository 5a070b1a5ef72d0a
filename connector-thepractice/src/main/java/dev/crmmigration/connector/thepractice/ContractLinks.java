package dev.crmmigration.connector.thepractice;

import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.toolkit.http.FileFetcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Fetches contracts from their links while the bundle is read, since signed links expire soon. What comes is kept in a folder of
 * its own until the session is closed.
 */
final class ContractLinks implements AutoCloseable {

    private static final long MOST_BYTES = 100L << 20;
    private static final String PDF = "%PDF-";
    private static final Fetched NO_LINK = new Fetched(0, "the export has neither a file nor a link", 0, "", null);

    private final boolean fetches;
    private final HttpSettings http;
    private final Map<String, Fetched> fetched = new HashMap<>();

    private @Nullable FileFetcher fetcher;
    private @Nullable Path folder;

    ContractLinks(boolean fetches, HttpSettings http) {
        this.fetches = fetches;
        this.http = http;
    }

    /**
     * What became of a link.
     *
     * @param status the HTTP status, or 0 if no answer came
     * @param gap why there is no file, or empty text
     * @param size its bytes
     * @param sha256 its checksum
     * @param file where it is, or {@code null} if there is none
     */
    record Fetched(
            int status,
            String gap,
            long size,
            String sha256,
            @Nullable Path file) {}

    /** Returns what became of the link of a contract. */
    Fetched of(String contract) {
        return fetched.getOrDefault(contract, NO_LINK);
    }

    /** Fetches one contract, once. */
    Fetched fetch(String contract, String link) {
        Fetched result = link.isEmpty() ? NO_LINK : fetches ? fetch(link) : gap(0, "its link was not called");
        fetched.put(contract, result);
        return result;
    }

    private Fetched fetch(String link) {
        try {
            Path target = Files.createTempFile(folder(), "contract", ".pdf");
            FileFetcher.Fetched answer = fetcher().fetch(link, target);
            if (!answer.isKept()) {
                Files.deleteIfExists(target);
                return gap(answer.status(), words(answer));
            }
            return checked(answer.status(), target);
        } catch (IOException e) {
            throw new FatalConnectorException(
                    "contracts cannot be kept in the temporary folder while they are read", e);
        }
    }

    private static Fetched gap(int status, String why) {
        return new Fetched(status, why, 0, "", null);
    }

    private static String words(FileFetcher.Fetched answer) {
        if (answer.isTooLarge()) {
            return "it is larger than " + (MOST_BYTES >> 20) + " MB";
        }
        return switch (answer.status()) {
            case 0 -> "its link does not answer";
            case 401, 403, 404, 410 -> "its link has expired (HTTP " + answer.status() + ")";
            default -> "its link answers with HTTP " + answer.status();
        };
    }

    /** A page that asks to log in is no contract. */
    private static Fetched checked(int status, Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            String start = new String(in.readNBytes(PDF.length()), StandardCharsets.US_ASCII);
            if (!start.equals(PDF)) {
                Files.deleteIfExists(file);
                return gap(status, "its link leads to a page that is no PDF");
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new Fetched(status, "", Files.size(file), HexFormat.of().formatHex(digest.digest()), file);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private Path folder() throws IOException {
        Path known = folder;
        if (known == null) {
            known = Files.createTempDirectory("crm-migration-contracts");
            folder = known;
        }
        return known;
    }

    private FileFetcher fetcher() {
        FileFetcher known = fetcher;
        if (known == null) {
            known = new FileFetcher(http, MOST_BYTES);
            fetcher = known;
        }
        return known;
    }

    /** Returns the bytes of a contract that was fetched. */
    Optional<Content> content(String contract) {
        Path file = of(contract).file();
        if (file == null) {
            return Optional.empty();
        }
        long size = of(contract).size();
        return Optional.of(new Content() {
            @Override
            public OptionalLong size() {
                return OptionalLong.of(size);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        });
    }

    @Override
    public void close() {
        if (fetcher != null) {
            fetcher.close();
        }
        if (folder == null) {
            return;
        }
        try {
            for (Fetched one : fetched.values()) {
                if (one.file() != null) {
                    Files.deleteIfExists(one.file());
                }
            }
            Files.deleteIfExists(folder);
            folder = null;
        } catch (IOException e) {
            throw new FatalConnectorException(
                    "contracts that were fetched cannot be taken away from the temporary folder", e);
        }
    }
}
