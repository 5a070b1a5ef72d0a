package dev.crmmigration.toolkit.rest;

import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as its API shows it, kept in a folder as the bundle that an export of it would be. The first reading takes all, later ones
 * what changed since, with word of what was deleted; the moment of each is the server's. Used by one thread at a time.
 */
public final class RestMirror implements AutoCloseable {

    /** Changes may become visible late: they are asked for from this long before the last reading began. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final RestAccess access;
    private final RestBundle bundle;
    private final RestCalls calls;
    private final Spool spool;
    private final RestMeta meta;
    private final List<String> findings = new ArrayList<>();

    private RestMirror(RestAccess access, RestBundle bundle, RestCalls calls, Spool spool, RestMeta meta) {
        this.access = access;
        this.bundle = bundle;
        this.calls = calls;
        this.spool = spool;
        this.meta = meta;
    }

    /**
     * Opens the API with one call, which shows whether it can be read.
     *
     * @throws dev.crmmigration.api.error.ConfigurationException if the folder of the access belongs to another account
     * @throws dev.crmmigration.api.error.ConnectorException if the API cannot be reached or refuses
     */
    public static RestMirror open(RestAccess access, RestBundle bundle, ConnectorContext context) {
        RestCalls calls = new RestCalls(access, bundle.platform(), context);
        try {
            RestMeta meta = RestMeta.of(calls);
            return new RestMirror(access, bundle, calls, Spool.open(access, bundle.platform()), meta);
        } catch (IOException e) {
            calls.close();
            throw unwritable(e);
        } catch (RuntimeException e) {
            calls.close();
            throw e;
        }
    }

    private static RetryableConnectorException unwritable(IOException e) {
        return RetryableConnectorException.of(
                "what is read over HTTP cannot be kept. Check that there is room in the folder 'spool', and the right to write",
                e);
    }

    /** Tells whether the folder stays, so that positions in it hold. */
    public boolean isLasting() {
        return spool.isLasting();
    }

    /** Returns the folder that holds the bundle. */
    public Path folder() {
        try {
            return spool.bundle();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Returns what the last reading found odd, a sentence each. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** Ends a reading that was broken off; reads if nothing was read yet. */
    public void complete() {
        if (spool.isBroken() || !spool.isFilled()) {
            refresh();
        }
    }

    /**
     * Reads what there is, or what changed since the last reading; one that was broken off goes on.
     *
     * @throws dev.crmmigration.api.error.ConnectorException if it cannot be read: what was read is kept
     */
    public void refresh() {
        try {
            findings.clear();
            String since = spool.begin();
            Map<CollectionSpec, List<Path>> parts = read(since);
            Map<String, Long> rows = keep(parts);
            manifest(rows);
            compare();
            spool.end(access.base().toString(), mark(parts));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Reads all windows of all collections, several at once; leaves out collections that there are none of. */
    private Map<CollectionSpec, List<Path>> read(String since) throws IOException {
        Map<CollectionSpec, List<Path>> parts = new LinkedHashMap<>();
        List<Callable<Checkpoint>> tasks = new ArrayList<>();
        List<CollectionSpec> owners = new ArrayList<>();
        for (CollectionSpec spec : wanted()) {
            long expected = meta.rows().getOrDefault(spec.name(), 0L);
            List<Window> windows =
                    Windows.of(calls, access, spec.name(), since, expected, spool.pass(spec.name() + ".windows.json"));
            for (int number = 0; number < windows.size(); number++) {
                Path file = spool.pass(spec.name() + "." + number + ".rows");
                WindowReading reading = new WindowReading(calls, access, spec.name(), windows.get(number), file);
                parts.computeIfAbsent(spec, any -> new ArrayList<>()).add(file);
                tasks.add(reading::read);
                owners.add(spec);
            }
        }
        List<Checkpoint> ends = InParallel.all(access.parallel(), bundle.platform(), tasks);
        for (int i = 0; i < ends.size(); i++) {
            if (ends.get(i).isMissing()) {
                parts.remove(owners.get(i));
            }
        }
        return parts;
    }

    private List<CollectionSpec> wanted() {
        List<CollectionSpec> wanted = new ArrayList<>(bundle.collections().stream()
                .filter(spec -> meta.mayHave(spec.name()))
                .toList());
        wanted.addAll(bundle.documents());
        meta.rows().keySet().stream()
                .filter(name -> wanted.stream().noneMatch(spec -> spec.name().equals(name)))
                .sorted()
                .forEach(name ->
                        findings.add("the API has a list '" + name + "' that is none of a bundle: it is not read"));
        return wanted;
    }

    /** Takes what was read into the mirror, and makes the bundle of it. */
    private Map<String, Long> keep(Map<CollectionSpec, List<Path>> parts) throws IOException {
        Flattening flattening = new Flattening(bundle);
        Map<String, Long> rows = new TreeMap<>();
        for (Map.Entry<CollectionSpec, List<Path>> part : parts.entrySet()) {
            Path mirror = spool.mirror(part.getKey().name());
            Winners.write(part.getKey(), mirror, part.getValue(), mirror);
        }
        for (CollectionSpec spec : bundle.collections()) {
            Path mirror = spool.mirror(spec.name());
            if (Files.exists(mirror) && !rows.containsKey(spec.name() + ".ndjson")) {
                UnaryOperator<JsonObject> change = files(spec, mirror);
                rows.putAll(flattening.write(spec, mirror, spool.bundle(spec.name()), change));
            }
        }
        for (CollectionSpec document : bundle.documents()) {
            document(document);
        }
        return rows;
    }

    /** Fetches the files if the collection is that of the files; its rows then say where they are. */
    private UnaryOperator<JsonObject> files(CollectionSpec spec, Path rows) throws IOException {
        if (!spec.name().equals(FileFetching.COLLECTION)) {
            return UnaryOperator.identity();
        }
        FileFetching files = new FileFetching(calls, access, spool.bundle());
        long missing = files.fetch(rows);
        if (missing > 0) {
            findings.add(missing + " file(s) cannot be had from the API");
        }
        return row -> files.has(row) ? located(row) : row;
    }

    private static JsonObject located(JsonObject row) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(row.map());
        more.put("path", FileFetching.path(row));
        return JsonObject.of(more).orElse(row);
    }

    private void document(CollectionSpec spec) throws IOException {
        Path mirror = spool.mirror(spec.name());
        if (!Files.exists(mirror)) {
            return;
        }
        List<Object> items = new ArrayList<>();
        for (String line : Files.readAllLines(mirror, StandardCharsets.UTF_8)) {
            JsonObject.parse(line)
                    .filter(item -> item.text("deleted_at").isEmpty())
                    .ifPresent(item -> items.add(item.map()));
        }
        Checkpoint.replace(spool.bundle().resolve(spec.name() + ".json"), Json.write(items));
    }

    private void manifest(Map<String, Long> rows) throws IOException {
        List<Object> files = new ArrayList<>();
        rows.forEach((file, count) ->
                files.add(Map.of("path", file, "object", file.substring(0, file.indexOf('.')), "rows", count)));
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("format", bundle.format());
        manifest.put("version", 1L);
        manifest.put("time_zone", meta.zone());
        manifest.put("currency", meta.currency());
        manifest.put("workspace", Map.of("id", meta.workspace()));
        manifest.put("since", null);
        manifest.put("files", files);
        Checkpoint.replace(spool.bundle().resolve("manifest.json"), Json.write(manifest));
    }

    /** The API says how many rows there are; others were made and deleted meanwhile, so it need not be the same. */
    private void compare() throws IOException {
        for (CollectionSpec spec : bundle.collections()) {
            Long expected = meta.rows().get(spec.name());
            long live = expected == null ? 0 : live(spool.mirror(spec.name()));
            if (expected != null && expected != live) {
                findings.add("the API says that " + spec.name() + " has " + expected + " rows, but gave " + live);
            }
        }
    }

    private static long live(Path mirror) throws IOException {
        if (!Files.exists(mirror)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(mirror, StandardCharsets.UTF_8)) {
            return lines.filter(line -> JsonObject.parse(line)
                            .filter(row -> row.text("deleted_at").isEmpty())
                            .isPresent())
                    .count();
        }
    }

    /** Returns the moment from which the next reading asks for changes: by the server's clock, when this one began. */
    private static String mark(Map<CollectionSpec, List<Path>> parts) throws IOException {
        Instant first = Instant.MAX;
        for (List<Path> files : parts.values()) {
            for (Path file : files) {
                String time = Checkpoint.read(file.resolveSibling(file.getFileName() + ".json"))
                        .serverTime();
                Instant moment = ListPage.moment(time).orElse(Instant.MAX);
                first = moment.isBefore(first) ? moment : first;
            }
        }
        return first.equals(Instant.MAX) ? "" : first.minus(OVERLAP).toString();
    }

    @Override
    public void close() {
        calls.close();
        try {
            spool.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
