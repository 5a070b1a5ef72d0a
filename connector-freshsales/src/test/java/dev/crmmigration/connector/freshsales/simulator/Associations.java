package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The files and links of one record. */
final class Associations {

    private final Account account;
    private final Collection<MainRecords> objects;
    private final Documents documents;

    Associations(Account account, Collection<MainRecords> objects, Documents documents) {
        this.account = account;
        this.objects = objects;
        this.documents = documents;
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (MainRecords records : objects) {
            String path = "/api/" + records.object().plural() + "/{id}/document_associations";
            endpoints.add(Endpoint.get(path, request -> list(request, records)));
        }
        return endpoints;
    }

    private Reply list(Request request, MainRecords records) {
        long id = Bodies.id(request, "id");
        records.require(id);
        String parent = Keys.parent(records.object().model(), id);
        List<ObjectNode> all = new ArrayList<>(account.table("documents").liveWithKey(parent));
        all.addAll(account.table("document_links").liveWithKey(parent));
        Paging paging = Paging.of(request);
        ObjectNode body = Json.object();
        body.putArray("documents");
        body.putArray("document_links");
        body.putArray("document_associations");
        all.stream()
                .skip((long) (paging.page() - 1) * paging.perPage())
                .limit(paging.perPage())
                .forEach(found -> add(body, found, request));
        paging.addMeta(body, all.size(), true);
        return Reply.json(200, body);
    }

    private void add(ObjectNode body, ObjectNode found, Request request) {
        boolean isFile = found.has("content_file_size");
        ObjectNode association = body.withArrayProperty("document_associations").addObject();
        association.put("id", found.path("id").longValue() + 1_000_000_000_000L);
        ObjectNode attached = association.putObject("attachable").put("type", isFile ? "Document" : "DocumentLink");
        attached.set("id", found.get("id"));
        association.set("creater_id", found.get("creater_id"));
        association.set("created_at", found.get("created_at"));
        body.withArrayProperty(isFile ? "documents" : "document_links")
                .add(isFile ? documents.shown(found, request) : found);
    }
}
