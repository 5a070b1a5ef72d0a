package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.FormPart;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Multipart;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;

/** Files, by v1: the only call of the API that takes a form with a file. */
final class Files implements Editable {

    private final Account account;
    private final Table table;
    private final FileRecords records;

    Files(Account account) {
        this.account = account;
        this.table = account.table("files");
        this.records = new FileRecords(account);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/files";
        String one = path + "/{id}";
        return List.of(
                new Endpoint("POST", path, 10, request -> shown(request, upload(request))),
                new Endpoint("GET", one, 2, request -> shown(request, existing(EntityEndpoints.id(request)))),
                new Endpoint("PUT", one, 10, this::rename),
                new Endpoint("DELETE", one, 6, this::delete),
                new Endpoint("GET", one + "/download", 20, this::download));
    }

    private Reply shown(Request request, Row row) {
        return Replies.data(200, records.shown(row, request));
    }

    private Row upload(Request request) {
        Multipart form = Multipart.of(request, ApiException::badRequest);
        FormPart file = form.find("file")
                .filter(part -> part.fileName() != null)
                .orElseThrow(() -> ApiException.badRequest("No files were uploaded"));
        requireSize(file.content().length);
        ObjectNode links = Json.object();
        for (FormPart part : form.parts()) {
            if (FileRecords.LINKS.contains(part.name()) && !part.text().isBlank()) {
                links.put(part.name(), part.text().strip());
            }
        }
        return add(String.valueOf(file.fileName()), file.content(), links);
    }

    private void requireSize(int bytes) {
        int limit = account.settings().quantity(Quantity.MAX_FILE_BYTES);
        if (limit > 0 && bytes > limit) {
            int status = Integer.parseInt(account.settings().answer(Switch.FILE_TOO_LARGE));
            throw ApiException.of(status, "ERR_FILE_TOO_LARGE", "The file is larger than " + limit + " bytes");
        }
    }

    private Row add(String name, byte[] content, ObjectNode links) {
        ObjectNode file = records.blank(name, content);
        records.link(file, links);
        account.files().put(file.path("id").longValue(), content);
        return table.put(file, 0);
    }

    /** Adds a file whose text is {@code content}. */
    @Override
    public Row create(ObjectNode members) {
        return add(
                members.path("name").asText("file.txt"),
                members.path("content").asText("").getBytes(UTF_8),
                members);
    }

    private Reply rename(Request request) {
        ObjectNode given = Json.object();
        for (Map.Entry<String, String> parameter : Bodies.form(request).entrySet()) {
            given.put(parameter.getKey(), parameter.getValue());
        }
        return shown(request, update(EntityEndpoints.id(request), given));
    }

    @Override
    public Row update(long id, ObjectNode given) {
        ObjectNode file = live(id).record();
        if (given.has("name") && given.path("name").asText("").isBlank()) {
            throw ApiException.badRequest("name must not be empty");
        }
        new Parameters(account, file, given).copy("name", "description");
        file.put("update_time", account.nowV1());
        return table.put(file, 0);
    }

    private Reply delete(Request request) {
        long id = EntityEndpoints.id(request);
        delete(id);
        return Replies.deleted(id);
    }

    @Override
    public void delete(long id) {
        ObjectNode file = live(id).record();
        table.put(file.put("active_flag", false).put("update_time", account.nowV1()), 0);
    }

    private Reply download(Request request) {
        Row row = live(EntityEndpoints.id(request));
        byte[] content = account.files().find(row.id());
        if (content == null) {
            throw ApiException.of(410, "ERR_GONE", "The simulator has not kept the content of this file");
        }
        String name =
                URLEncoder.encode(row.record().path("name").asText(""), UTF_8).replace("+", "%20");
        return new Reply(
                200,
                Map.of(
                        "Content-Type",
                        "application/octet-stream",
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''" + name),
                List.of(content),
                0);
    }

    /** Returns a file, deleted or not. */
    private Row existing(long id) {
        Row row = table.find(id);
        if (row == null) {
            throw ApiException.of(404, "ERR_NOT_FOUND", "File not found");
        }
        return row;
    }

    private Row live(long id) {
        Row row = existing(id);
        if (row.isDeleted()) {
            throw ApiException.of(404, "ERR_NOT_FOUND", "File not found");
        }
        return row;
    }
}
