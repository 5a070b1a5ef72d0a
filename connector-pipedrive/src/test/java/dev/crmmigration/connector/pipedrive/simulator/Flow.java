package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What happened around a record, newest first: changes, activities, notes, files, deals. Made for one request. */
final class Flow {

    private static final int HASH_LENGTH = 40;
    private static final Map<String, String> LINKS =
            Map.of("deals", "deal_id", "persons", "person_id", "organizations", "org_id");

    private final Account account;
    private final String object;
    private final Row row;
    private final List<ObjectNode> events = new ArrayList<>();

    Flow(Account account, String object, Row row) {
        this.account = account;
        this.object = object;
        this.row = row;
    }

    Reply page(Request request) {
        String type = object.substring(0, object.length() - 1);
        addChanges(type, "1".equals(request.query().get("all_changes")));
        addLinked("activity", "activities");
        addLinked("note", "notes");
        addLinked("file", "files");
        if (!type.equals("deal")) {
            addLinked("deal", "deals");
        }
        List<String> wanted = List.of(request.query().getOrDefault("items", "").split(",", -1));
        if (request.query().containsKey("items")) {
            events.removeIf(event -> !isWanted(event.path("object").asText(""), wanted));
        }
        events.sort(Comparator.comparing(
                        (ObjectNode event) -> event.path("timestamp").asText(""))
                .reversed());
        return ShortPageV1.of(request, events, related(type));
    }

    private static boolean isWanted(String kind, List<String> wanted) {
        return wanted.contains(kind) || (kind.endsWith("Change") && wanted.contains("change"));
    }

    private void addChanges(String type, boolean withCustomFields) {
        for (ObjectNode change : new History(account).of(object + "/" + row.id())) {
            String field = change.path("field_key").asText("");
            if (field.length() == HASH_LENGTH && !withCustomFields) {
                continue;
            }
            ObjectNode data = Json.object();
            data.set("id", change.get("id"));
            data.put("item_id", row.id());
            data.set("user_id", change.get("actor_user_id"));
            for (String member : List.of("field_key", "old_value", "new_value", "change_source")) {
                data.set(member, change.get(member));
            }
            data.set("is_bulk_update_flag", NullNode.getInstance());
            data.set("log_time", change.get("time"));
            data.set("change_source_user_agent", NullNode.getInstance());
            data.putObject("additional_data");
            add(type + "Change", change.path("time").asText(""), data);
        }
    }

    private void addLinked(String kind, String of) {
        Table table = account.table(of);
        String link = LINKS.getOrDefault(object, "");
        if (!table.keyNames().contains(link)) {
            return;
        }
        for (long id : table.withKey(link, row.id()).toArray()) {
            ObjectNode record = account.record(of, id);
            String time = record.path("add_time").asText("");
            add(kind, time.contains("T") ? Times.v1(Instant.parse(time)) : time, record);
        }
    }

    private void add(String kind, String time, ObjectNode data) {
        events.add(Json.object().put("object", kind).put("timestamp", time).set("data", data));
    }

    private RelatedObjects related(String type) {
        ObjectNode record = row.record();
        RelatedObjects related = new RelatedObjects(account);
        related.addUser(record.path("owner_id"));
        switch (type) {
            case "deal" -> {
                related.addDeal(record.path("id"));
                related.addPerson(record.path("person_id"));
                related.addOrganization(record.path("org_id"));
            }
            case "person" -> {
                related.addPerson(record.path("id"));
                related.addOrganization(record.path("org_id"));
            }
            default -> related.addOrganization(record.path("id"));
        }
        return related;
    }
}
