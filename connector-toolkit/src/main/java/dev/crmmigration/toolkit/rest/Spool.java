package dev.crmmigration.toolkit.rest;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which what was read is kept: {@code pass} while it is read, {@code mirror} as the API gave it, {@code bundle} as
 * an export would have it, {@code state.json} with the account and the moment from which changes are to be asked for.
 */
final class Spool {

    private final Path root;
    private final boolean isLasting;

    private Spool(Path root, boolean isLasting) {
        this.root = root;
        this.isLasting = isLasting;
    }

    /** @throws ConfigurationException if the folder holds something of another account */
    static Spool open(RestAccess access, String platform) throws IOException {
        if (access.spool().isEmpty()) {
            return new Spool(Files.createTempDirectory("crm-migration-" + platform), false);
        }
        Spool spool = new Spool(access.spool().get(), true);
        Files.createDirectories(spool.root);
        Optional<String> before = spool.state().text("account");
        if (before.isPresent() && !before.get().equals(access.base().toString())) {
            throw new ConfigurationException(
                    "setting 'spool' names a folder that holds what was read from another address."
                            + " Give another folder, or empty it");
        }
        return spool;
    }

    boolean isLasting() {
        return isLasting;
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    Path mirror(String collection) throws IOException {
        return folder("mirror").resolve(collection + ".ndjson");
    }

    Path bundle() throws IOException {
        return folder("bundle");
    }

    Path bundle(String collection) throws IOException {
        return bundle().resolve(collection + ".ndjson");
    }

    Path pass(String file) throws IOException {
        return folder("pass").resolve(file);
    }

    /** Tells whether a reading was begun and not ended. */
    boolean isBroken() {
        return Files.exists(root.resolve("pass").resolve("pass.json"));
    }

    boolean isFilled() {
        return Files.exists(root.resolve("state.json"));
    }

    private JsonObject state() throws IOException {
        Path file = root.resolve("state.json");
        return Files.exists(file)
                ? JsonObject.parse(Files.readString(file, StandardCharsets.UTF_8))
                        .orElse(JsonObject.EMPTY)
                : JsonObject.EMPTY;
    }

    /** Returns the moment from which changes are to be asked for, or empty text if all is to be read. */
    String mark() throws IOException {
        return state().text("mark").orElse("");
    }

    /** Begins a reading, or goes on with the one that was broken off; returns from when on it reads. */
    String begin() throws IOException {
        Path file = pass("pass.json");
        if (Files.exists(file)) {
            return JsonObject.parse(Files.readString(file, StandardCharsets.UTF_8))
                    .flatMap(pass -> pass.text("since"))
                    .orElse("");
        }
        String since = mark();
        Checkpoint.replace(file, Json.write(Map.of("since", since)));
        return since;
    }

    void end(String account, String mark) throws IOException {
        Checkpoint.replace(root.resolve("state.json"), Json.write(Map.of("account", account, "mark", mark)));
        delete(root.resolve("pass"));
    }

    /** Takes a temporary folder away. */
    void close() throws IOException {
        if (!isLasting) {
            delete(root);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
