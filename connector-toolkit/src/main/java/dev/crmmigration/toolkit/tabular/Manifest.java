package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What an export says about itself in {@code manifest.json}.
 *
 * @param format which program made it, or empty text
 * @param exportedAt when it was made
 * @param zone the zone of times that name none
 * @param currency the currency of amounts that name none, or empty text
 * @param since for a delta: from when on it holds what changed; empty if it is the whole
 * @param workspace the id of the account, or empty text
 * @param files its files
 */
public record Manifest(
        String format,
        Optional<Instant> exportedAt,
        Optional<ZoneId> zone,
        String currency,
        Optional<Instant> since,
        String workspace,
        List<Listed> files) {

    static final String NAME = "manifest.json";
    private static final int MOST_BYTES = 1 << 24;

    public Manifest {
        files = List.copyOf(files);
    }

    /**
     * A file of the export.
     *
     * @param path where it is
     * @param object the name of the table that it holds, or empty text
     * @param rows how many rows it has
     * @param sha256 its checksum in lower-case digits, or empty text
     */
    public record Listed(String path, String object, OptionalLong rows, String sha256) {}

    /** Returns what the manifest says about a file. */
    public Optional<Listed> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** @throws ConfigurationException if it is no such manifest */
    static Optional<Manifest> of(ExportFolder folder) {
        if (!folder.has(NAME)) {
            return Optional.empty();
        }
        try (InputStream in = folder.open(NAME)) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            if (Json.parse(text.startsWith("\uFEFF") ? text.substring(1) : text) instanceof Map<?, ?> tree) {
                return Optional.of(of(tree));
            }
            throw wrong("it is no JSON object");
        } catch (IOException e) {
            throw wrong("it cannot be read");
        } catch (DateTimeException e) {
            throw wrong("it has a time or zone that is none");
        } catch (IllegalArgumentException e) {
            throw wrong("it is no JSON");
        }
    }

    private static ConfigurationException wrong(String what) {
        return new ConfigurationException("file " + NAME + " of the export: " + what
                + ". Export again, or take it away: then files are told by their columns");
    }

    private static Manifest of(Map<?, ?> tree) {
        Object workspace = tree.get("workspace");
        List<Listed> files = new ArrayList<>();
        if (tree.get("files") instanceof List<?> list) {
            list.forEach(one -> {
                if (one instanceof Map<?, ?> file) {
                    files.add(listed(file));
                }
            });
        }
        String zone = text(tree.get("time_zone"));
        return new Manifest(
                text(tree.get("format")),
                instant(tree.get("exported_at")),
                zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone)),
                text(tree.get("currency")),
                instant(tree.get("since")),
                workspace instanceof Map<?, ?> map ? text(map.get("id")) : "",
                files);
    }

    private static Listed listed(Map<?, ?> file) {
        Object rows = file.get("rows");
        return new Listed(
                text(file.get("path")),
                text(file.get("object")),
                rows instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty(),
                text(file.get("sha256")).toLowerCase(Locale.ROOT));
    }

    private static Optional<Instant> instant(@Nullable Object value) {
        String text = text(value);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(text).toInstant());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
