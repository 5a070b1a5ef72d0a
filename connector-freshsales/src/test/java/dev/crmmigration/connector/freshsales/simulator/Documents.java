package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.FormPart;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Multipart;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Files and links on a record. Answers are flat, without an envelope. */
final class Documents {

    private final Account account;
    private final Targets targets;
    private final FileStore store;

    Documents(Account account) {
        this.account = account;
        this.targets = new Targets(account);
        this.store = new FileStore(account);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post("/api/documents", this::upload),
                Endpoint.get("/api/documents/{id}", this::download),
                Endpoint.delete("/api/documents/{id}", request -> delete(request, "documents")),
                Endpoint.post("/api/document_links", this::link),
                Endpoint.delete("/api/document_links/{id}", request -> delete(request, "document_links")));
    }

    private Reply upload(Request request) {
        Multipart form = Multipart.of(request, ApiException::invalid);
        FormPart file = form.find("file").orElseThrow(() -> ApiException.invalid("File can't be blank"));
        store.requireRoom(file.content().length);
        ObjectNode given = Json.object();
        form.parts().stream()
                .filter(part -> !part.name().equals("file"))
                .forEach(part -> given.put(part.name(), part.text()));
        String sent = file.fileName() == null ? "file" : file.fileName();
        ObjectNode document = begin("documents", given, given.path("file_name").asText(sent));
        long id = document.path("id").longValue();
        document.put("content_file_size", file.content().length);
        document.put("content_content_type", contentType(document.path("name").asText()));
        document.put("content_sha256", sha256(file.content()));
        document.putNull("thumbnail_url").put("is_attached", true);
        account.put("documents", document);
        account.files().put(id, file.content());
        return answer(shown(document, request));
    }

    private Reply link(Request request) {
        ObjectNode given = Bodies.object(request);
        Problems problems = new Problems(account.settings());
        if (given.path("url").asText("").isBlank()) {
            problems.add(Message.BLANK, "Url");
        }
        if (given.path("name").asText("").isBlank()) {
            problems.add(Message.BLANK, "Name");
        }
        problems.requireNone();
        ObjectNode link = begin("document_links", given, given.path("name").asText());
        link.set("url", given.get("url"));
        account.put("document_links", link);
        return answer(link);
    }

    private ObjectNode begin(String table, ObjectNode given, String name) {
        ObjectNode document = Json.object().put("id", account.table(table).nextId());
        Problems problems = new Problems(account.settings());
        targets.apply(document, given, true, problems);
        if (name.isBlank() || name.length() > 255) {
            problems.add(Message.LENGTH, "Name");
        }
        problems.requireNone();
        document.put("name", name).put("is_shared", given.path("is_shared").asBoolean(false));
        document.put("creater_id", account.keyUserId());
        return document.put("created_at", account.nowShown()).put("updated_at", account.nowShown());
    }

    private Reply answer(ObjectNode document) {
        return Reply.json(account.settings().status(Switch.DOCUMENT_CREATED), document);
    }

    /** Returns a file as the API shows it, with an address that is good for some minutes. */
    ObjectNode shown(ObjectNode document, Request request) {
        ObjectNode shown = document.deepCopy();
        shown.remove("content_sha256");
        return shown.put("url", store.address(request, document.path("id").longValue()));
    }

    private Reply download(Request request) {
        long id = required(request, "documents");
        return Reply.empty(302).withHeaders(Map.of("Location", store.address(request, id)));
    }

    private Reply delete(Request request, String table) {
        if (!account.settings().isOn(Switch.FILE_DELETION)) {
            throw ApiException.of(404, "The requested resource could not be found");
        }
        account.table(table).remove(required(request, table));
        return Replies.deleted();
    }

    private long required(Request request, String table) {
        long id = Bodies.id(request, "id");
        if (!account.table(table).hasLive(id)) {
            throw ApiException.notFound();
        }
        return id;
    }

    private static String contentType(String name) {
        return name.endsWith(".pdf")
                ? "application/pdf"
                : name.endsWith(".txt") ? "text/plain" : "application/octet-stream";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    FileStore store() {
        return store;
    }
}
