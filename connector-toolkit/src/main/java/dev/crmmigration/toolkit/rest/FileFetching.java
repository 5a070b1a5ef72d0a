package dev.crmmigration.toolkit.rest;

import dev.crmmigration.toolkit.bodies.SafeFileName;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Fetches the files of attachments to where a bundle would have them. One that is there since its row last changed is not fetched. */
final class FileFetching {

    static final String COLLECTION = "attachments";

    private static final String ID = "attachment_id";
    private static final int AT_ONCE = 200;

    private final RestCalls calls;
    private final RestAccess access;
    private final Path bundle;

    FileFetching(RestCalls calls, RestAccess access, Path bundle) {
        this.calls = calls;
        this.access = access;
        this.bundle = bundle;
    }

    /** Fetches the files of all rows; returns how many cannot be had. */
    long fetch(Path rows) throws IOException {
        long missing = 0;
        List<Callable<Boolean>> tasks = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(rows, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonObject row = JsonObject.parse(line).orElse(JsonObject.EMPTY);
                if (row.text("deleted_at").isEmpty() && row.id(ID).isPresent()) {
                    tasks.add(() -> fetch(row));
                }
                if (tasks.size() == AT_ONCE) {
                    missing += missing(tasks);
                    tasks.clear();
                }
            }
        }
        return missing + missing(tasks);
    }

    private long missing(List<Callable<Boolean>> tasks) {
        return tasks.isEmpty()
                ? 0
                : InParallel.all(access.parallel(), COLLECTION, tasks).stream()
                        .filter(isThere -> !isThere)
                        .count();
    }

    private boolean fetch(JsonObject row) throws IOException {
        Path file = bundle.resolve(path(row));
        FileTime changed =
                FileTime.from(row.text("updated_at").flatMap(ListPage::moment).orElse(Instant.EPOCH));
        if (Files.exists(file) && Files.getLastModifiedTime(file).toInstant().equals(changed.toInstant())) {
            return true;
        }
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(bundle));
        Path part = Files.createTempFile(bundle, ".part", "");
        try {
            String id = URLEncoder.encode(row.id(ID).orElse(""), StandardCharsets.UTF_8);
            if (calls.fetch("/v1/" + COLLECTION + "/" + id + "/content", part) != HttpStatus.OK) {
                Files.deleteIfExists(file);
                return false;
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(file, changed);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Returns where the file of an attachment is in the bundle: where its row says if that is within, else by its id. */
    static String path(JsonObject row) {
        String said = row.text("path").orElse("").replace('\\', '/').replaceFirst("^(\\./)+", "");
        if (said.startsWith("files/")
                && !said.contains("//")
                && !said.matches("(?s)(.*/)?\\..*")
                && !said.endsWith("/")) {
            return said;
        }
        String name = row.text("file_name").orElse("file");
        return "files/" + SafeFileName.of(row.id(ID).orElse("")) + "/" + SafeFileName.of(name);
    }

    /** Tells whether the file of an attachment is there. */
    boolean has(JsonObject row) {
        return Files.exists(bundle.resolve(path(row)));
    }
}
