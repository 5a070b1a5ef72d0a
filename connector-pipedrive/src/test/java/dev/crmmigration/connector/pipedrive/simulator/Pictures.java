package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.time.Instant;
import java.util.List;

/** The pictures of persons: set by v1, read by v2. Their content is not kept. */
final class Pictures {

    private final Account account;
    private final EntityEndpoints persons;
    private final Table table;

    Pictures(Account account, EntityEndpoints persons) {
        this.account = account;
        this.persons = persons;
        this.table = account.table("pictures");
    }

    List<Endpoint> endpoints() {
        String path = "/persons/{id}/picture";
        return List.of(
                new Endpoint("GET", Endpoint.V2 + path, 1, request -> Replies.data(200, shownV2(existing(request)))),
                new Endpoint("POST", Endpoint.V1 + path, 10, this::add),
                new Endpoint("DELETE", Endpoint.V1 + path, 6, this::delete));
    }

    private ObjectNode existing(Request request) {
        IdList ids = table.withKey("person_id", EntityEndpoints.id(request));
        if (ids.size() == 0) {
            throw ApiException.notFound();
        }
        return account.record("pictures", ids.get(0));
    }

    private Reply add(Request request) {
        ObjectNode person = persons.liveRecord(EntityEndpoints.id(request));
        Image image = Image.part(request, "file");
        long id = person.path("id").longValue();
        for (long old : table.withKey("person_id", id).toArray()) {
            table.put(account.record("pictures", old).put("is_deleted", true), 0);
        }
        ObjectNode picture = Json.object().put("id", table.nextId()).put("person_id", id);
        picture.put("file_size", image.size()).put("extension", image.extension());
        picture.put("add_time", account.now()).put("added_by_user_id", account.tokenUserId());
        table.put(picture, 0);
        setPicture(person, picture.path("id").longValue());
        ObjectNode shown = shown(picture);
        shown.put("add_time", Times.v1(Instant.parse(picture.path("add_time").asText())));
        // Public examples show this date where a picture was never changed.
        shown.put("update_time", "0000-00-00 00:00:00");
        return Replies.data(200, shown);
    }

    private void setPicture(ObjectNode person, long picture) {
        person.put("picture_id", picture == 0 ? null : (Long) picture);
        person.put("update_time", account.now());
        account.table("persons").put(person, persons.documents().version());
    }

    private Reply delete(Request request) {
        ObjectNode person = persons.liveRecord(EntityEndpoints.id(request));
        ObjectNode picture = existing(request);
        table.put(picture.put("is_deleted", true), 0);
        setPicture(person, 0);
        return Replies.deleted(picture.path("id").longValue());
    }

    private static ObjectNode shown(ObjectNode picture) {
        ObjectNode shown = Json.object();
        shown.set("id", picture.get("id"));
        shown.put("item_type", "person");
        shown.set("item_id", picture.get("person_id"));
        shown.put("active_flag", true);
        shown.set("added_by_user_id", picture.get("added_by_user_id"));
        ObjectNode sizes = shown.putObject("pictures");
        for (String size : List.of("128", "512")) {
            String name = picture.path("id").asText() + "_" + size;
            sizes.put(
                    size,
                    "https://pictures.example/" + name + "."
                            + picture.path("extension").asText());
        }
        return shown;
    }

    private static ObjectNode shownV2(ObjectNode picture) {
        return shown(picture).set("file_size", picture.get("file_size"));
    }
}
