package dev.crmmigration.toolkit.rest;

import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far the reading of a window is.
 *
 * @param position where the next page begins, empty text for the first
 * @param bytes how long the file of rows is up to there
 * @param rows how many rows it has
 * @param pages how many pages were read
 * @param serverTime the server's clock at the first page, or empty text
 * @param state {@code open}, {@code done}, or {@code none} if there is no such collection
 */
record Checkpoint(String position, long bytes, long rows, long pages, String serverTime, String state) {

    static final Checkpoint START = new Checkpoint("", 0, 0, 0, "", "open");

    static Checkpoint read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return START;
        }
        Optional<JsonObject> read = JsonObject.parse(Files.readString(file, StandardCharsets.UTF_8));
        return read.map(tree -> new Checkpoint(
                        tree.text("position").orElse(""),
                        tree.integer("bytes").orElse(0L),
                        tree.integer("rows").orElse(0L),
                        tree.integer("pages").orElse(0L),
                        tree.text("serverTime").orElse(""),
                        tree.text("state").orElse("open")))
                .orElse(START);
    }

    void write(Path file) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("position", position);
        tree.put("bytes", bytes);
        tree.put("rows", rows);
        tree.put("pages", pages);
        tree.put("serverTime", serverTime);
        tree.put("state", state);
        replace(file, Json.write(tree));
    }

    /** Writes a file so that it is there as a whole or as it was before. */
    static void replace(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, text, StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    Checkpoint after(Optional<String> next, long written, int more, String time) {
        return new Checkpoint(
                next.orElse(""),
                bytes + written,
                rows + more,
                pages + 1,
                serverTime.isEmpty() ? time : serverTime,
                next.isPresent() ? "open" : "done");
    }

    Checkpoint missing() {
        return new Checkpoint("", 0, 0, pages, serverTime, "none");
    }

    boolean isOpen() {
        return state.equals("open");
    }

    boolean isMissing() {
        return state.equals("none");
    }
}
