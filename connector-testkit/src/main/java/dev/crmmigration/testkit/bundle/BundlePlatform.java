package dev.crmmigration.testkit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.bundle.BundleAccount.Row;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Refusal;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import dev.crmmigration.testkit.simulator.SimulatedPlatform;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers requests for the lists, rows and files of a bundle. */
final class BundlePlatform implements SimulatedPlatform {

    private static final String PREFIX = "/v1/";

    private final BundleKind kind;
    private final BundleSettings settings;
    private final SimulatorClock clock;
    private final String token;
    private final RequestWindow window;
    private BundleAccount account;

    BundlePlatform(BundleKind kind, BundleSettings settings, SimulatorClock clock, String token) {
        this.kind = kind;
        this.settings = settings;
        this.clock = clock;
        this.token = token;
        this.window = new RequestWindow(settings.perSecond());
        this.account = new BundleAccount(kind, new BundleRows(kind).read(settings.export()));
    }

    @Override
    public synchronized Reply answer(Request request) {
        if (request.path().startsWith("/signed/")) {
            return signed(request);
        }
        if (!("Bearer " + token).equals(request.header("Authorization"))) {
            return refusal(Refusal.UNAUTHORIZED);
        }
        if (!window.admits(clock.instant())) {
            return refusal(Refusal.BURST);
        }
        if (!request.path().startsWith(PREFIX)) {
            return Errors.reply(404, "not_found", "there is no such path");
        }
        if (!request.method().equals("GET")) {
            return Errors.reply(405, "method_not_allowed", "the API only reads");
        }
        return read(request, List.of(request.path().substring(PREFIX.length()).split("/", -1)));
    }

    private Reply read(Request request, List<String> path) {
        String collection = path.get(0);
        if (path.size() == 1) {
            return collection.equals("meta")
                    ? meta()
                    : new BundlePages(settings, account).list(collection, request, clock.instant());
        }
        boolean isContent = path.get(path.size() - 1).equals("content") && collection.equals("attachments");
        String id = String.join("/", path.subList(1, path.size() - (isContent ? 1 : 0)));
        return account.row(collection, id)
                .map(row -> isContent ? content(row) : one(collection, row))
                .orElseGet(() -> Errors.reply(404, "not_found", "there is no such row"));
    }

    private Reply one(String collection, Row row) {
        ObjectNode body = Json.object();
        body.set("data", account.shown(collection, row, settings.isNested()));
        return Reply.json(200, body);
    }

    private Reply content(Row row) {
        String path = row.fields().path("path").asText("");
        if (path.isEmpty()) {
            return Errors.reply(404, "not_found", "the attachment has no file");
        }
        return settings.redirects()
                ? Reply.empty(302)
                        .withHeaders(Map.of("Location", "/signed/" + row.id() + "?signature=a%2Bb%2F" + row.id()))
                : file(path);
    }

    /** A signed address needs no token, and is not to be given one. */
    private Reply signed(Request request) {
        String id = request.path().substring("/signed/".length());
        boolean isSigned = ("a+b/" + id).equals(request.query().get("signature"));
        if (!isSigned || request.header("Authorization") != null) {
            return Reply.html(403, "<html><body>Not signed</body></html>");
        }
        return account.row("attachments", id)
                .map(row -> file(row.fields().path("path").asText("")))
                .orElseGet(() -> Reply.empty(404));
    }

    private Reply file(String path) {
        Path file = settings.export().resolve(path).normalize();
        if (!file.startsWith(settings.export().normalize()) || !Files.isRegularFile(file)) {
            return Errors.reply(410, "gone", "the file is gone");
        }
        try {
            return new Reply(
                    200, Map.of("Content-Type", "application/octet-stream"), List.of(Files.readAllBytes(file)), 0);
        } catch (IOException e) {
            return Errors.reply(500, "internal", "the file cannot be read");
        }
    }

    private Reply meta() {
        try {
            return meta(manifest());
        } catch (IOException e) {
            return Errors.reply(500, "internal", "the manifest cannot be read");
        }
    }

    private Reply meta(JsonNode manifest) {
        ObjectNode meta = Json.object();
        meta.set("workspace", manifest.path("workspace"));
        meta.set("time_zone", manifest.path("time_zone"));
        meta.set("currency", manifest.path("currency"));
        if (settings.totals()) {
            ObjectNode counts = meta.putObject("collections");
            account.names().stream()
                    .filter(kind.keys()::containsKey)
                    .forEach(name -> counts.put(name, account.live(name)));
        }
        return Reply.json(200, meta);
    }

    private JsonNode manifest() throws IOException {
        Path file = settings.export().resolve("manifest.json");
        return Files.exists(file) ? Json.parse(Files.readAllBytes(file)) : Json.object();
    }

    @Override
    public Reply refusal(Refusal reason) {
        return switch (reason) {
            case BURST ->
                Errors.reply(429, "rate_limited", "too many requests")
                        .withHeaders(Map.of(
                                "Retry-After",
                                "1",
                                "X-RateLimit-Limit",
                                Integer.toString(settings.perSecond()),
                                "X-RateLimit-Remaining",
                                "0",
                                "X-RateLimit-Reset",
                                "1"));
            case BUDGET ->
                Errors.reply(429, "quota_exceeded", "the requests of the day are used up")
                        .withHeaders(Map.of("Retry-After", "3600"));
            case BLOCKED -> Reply.html(403, "<html><body>Blocked</body></html>");
            case UNAUTHORIZED -> Errors.reply(401, "unauthorized", "the token is not valid");
            case PAYMENT_REQUIRED -> Errors.reply(402, "payment_required", "the workspace is suspended");
        };
    }

    @Override
    public synchronized Reply state() {
        ObjectNode state = Json.object();
        ObjectNode deleted = Json.object();
        for (String collection : account.names()) {
            ArrayNode live = state.putArray(collection);
            ArrayNode gone = deleted.putArray(collection);
            for (Row row : rows(collection)) {
                if (row.isDeleted()) {
                    gone.add(row.id());
                } else {
                    live.add(row.fields());
                }
            }
        }
        state.set("deleted", deleted);
        return Reply.json(200, state);
    }

    private List<Row> rows(String collection) {
        List<Row> rows = account.rows(collection);
        return rows == null ? List.of() : rows;
    }

    @Override
    public synchronized JsonNode ledger() {
        ObjectNode ledger = Json.object();
        ledger.put("requests", window.admitted());
        ledger.put("violations", window.refused());
        return ledger;
    }

    /** {@code {"collection": "clients", "id": "cl_1", "set": {...}}} changes or makes a row, {@code "delete": true} deletes it. */
    @Override
    public synchronized Reply edit(JsonNode change) {
        ObjectNode fields = change.path("set") instanceof ObjectNode set ? set.deepCopy() : Json.object();
        if (change.path("delete").asBoolean()) {
            fields.put("deleted_at", clock.instant().toString());
        }
        String collection = change.path("collection").asText();
        String id = change.path("id").asText();
        return account.set(collection, id, fields, clock.instant())
                ? Reply.json(200, Json.object().put("id", id))
                : Errors.reply(404, "not_found", "there is no such collection");
    }

    @Override
    public JsonNode seed(JsonNode amounts) {
        throw new IllegalArgumentException("a bundle is served as it is: nothing is invented");
    }

    @Override
    public synchronized void reset() {
        account = new BundleAccount(kind, new BundleRows(kind).read(settings.export()));
        window.reset();
    }

    @Override
    public synchronized void save(OutputStream out) throws IOException {
        ObjectNode saved = Json.object();
        for (String collection : account.names()) {
            ArrayNode rows = saved.putArray(collection);
            rows(collection).forEach(row -> rows.add(row.fields()));
        }
        out.write(Json.bytes(saved));
    }

    @Override
    public synchronized void restore(InputStream in) throws IOException {
        Map<String, List<ObjectNode>> rows = new HashMap<>();
        Json.parse(in.readAllBytes()).properties().forEach(entry -> {
            List<ObjectNode> list = new ArrayList<>();
            entry.getValue().forEach(row -> list.add((ObjectNode) row));
            rows.put(entry.getKey(), list);
        });
        account = new BundleAccount(kind, rows);
    }
}
