package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files that lie with Google: made there, or linked to. Only the record is kept. */
final class RemoteFiles {

    private static final Set<String> FILE_TYPES = Set.of("gdoc", "gslides", "gsheet", "gform", "gdraw");
    private static final Map<String, String> LINKS =
            Map.of("deal", "deal_id", "organization", "org_id", "person", "person_id");

    private final Account account;
    private final FileRecords records;

    RemoteFiles(Account account) {
        this.account = account;
        this.records = new FileRecords(account);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/files";
        return List.of(
                new Endpoint("POST", path + "/remote", 10, this::create),
                new Endpoint("POST", path + "/remoteLink", 10, this::link));
    }

    private Reply create(Request request) {
        Map<String, String> given = Bodies.form(request);
        require(given, "file_type", FILE_TYPES);
        String title = given.getOrDefault("title", "");
        if (title.isBlank()) {
            throw ApiException.badRequest("title is required");
        }
        String remoteId = account.fieldCode(account.table("files").lastId() + 1);
        return add(request, given, title, given.getOrDefault("file_type", ""), remoteId);
    }

    private Reply link(Request request) {
        Map<String, String> given = Bodies.form(request);
        String remoteId = given.getOrDefault("remote_id", "");
        if (remoteId.isBlank()) {
            throw ApiException.badRequest("remote_id is required");
        }
        return add(request, given, remoteId, "gdoc", remoteId);
    }

    private Reply add(Request request, Map<String, String> given, String title, String type, String remoteId) {
        require(given, "item_type", LINKS.keySet());
        require(given, "remote_location", Set.of("googledrive"));
        ObjectNode file = records.blank(title, new byte[0]);
        String link = LINKS.getOrDefault(given.getOrDefault("item_type", ""), "");
        if (given.getOrDefault("item_id", "").isBlank()) {
            throw ApiException.badRequest("item_id is required");
        }
        records.link(file, Json.object().put(link, given.get("item_id")));
        file.put("file_type", type);
        file.put("remote_location", "googledocs");
        file.put("remote_id", remoteId);
        return Replies.data(200, records.shown(account.table("files").put(file, 0), request));
    }

    private static void require(Map<String, String> given, String parameter, Set<String> choices) {
        if (!choices.contains(given.getOrDefault(parameter, ""))) {
            throw ApiException.badRequest(parameter + " is not valid");
        }
    }
}
