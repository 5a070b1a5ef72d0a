package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;

/** The persons who take part in a deal, by v1. The person of the deal is always one of them. */
final class Participants {

    private final Account account;
    private final Table table;
    private final RecordsV1 records;

    Participants(Account account) {
        this.account = account;
        this.table = account.table("participants");
        this.records = new RecordsV1(account);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/deals/{id}/participants";
        return List.of(
                new Endpoint("GET", path, 10, this::list),
                new Endpoint("POST", path, 10, this::add),
                new Endpoint("DELETE", path + "/{participant}", 6, this::delete),
                new Endpoint("GET", path + "Changelog", 10, this::changelog));
    }

    /** Makes a person take part in a deal, if it does not yet. */
    void ensure(long deal, long person) {
        for (ObjectNode participant : of(deal)) {
            if (participant.path("person_id").longValue() == person) {
                return;
            }
        }
        add(deal, person);
    }

    private ObjectNode add(long deal, long person) {
        ObjectNode participant = Json.object().put("id", table.nextId());
        participant.put("deal_id", deal).put("person_id", person);
        participant.put("add_time", account.nowV1()).put("added_by_user_id", account.tokenUserId());
        table.put(participant, 0);
        note(deal, person, "added");
        return participant;
    }

    private List<ObjectNode> of(long deal) {
        List<ObjectNode> found = new ArrayList<>();
        for (long id : table.withKey("deal_id", deal).toArray()) {
            found.add(account.record("participants", id));
        }
        return found;
    }

    /** Returns the persons who take part in a deal. */
    static List<Long> personsOf(Account account, long deal) {
        return new Participants(account)
                .of(deal).stream()
                        .map(participant -> participant.path("person_id").longValue())
                        .toList();
    }

    /** Returns the deals in which a person takes part. */
    static List<Long> dealsOf(Account account, long person) {
        List<Long> deals = new ArrayList<>();
        for (long id :
                account.table("participants").withKey("person_id", person).toArray()) {
            deals.add(account.record("participants", id).path("deal_id").longValue());
        }
        return deals;
    }

    private void note(long deal, long person, String action) {
        ObjectNode event = Json.object().put("actor_user_id", account.tokenUserId());
        event.put("person_id", person).put("action", action).put("time", account.nowV1());
        new History(account).add("deals/" + deal + "/participants", event);
    }

    private long deal(Request request) {
        long id = EntityEndpoints.id(request);
        if (!account.table("deals").hasLive(id)) {
            throw ApiException.of(404, "ERR_NOT_FOUND", "Deal not found");
        }
        return id;
    }

    private Reply list(Request request) {
        RelatedObjects related = new RelatedObjects(account);
        List<ObjectNode> shown = new ArrayList<>();
        for (ObjectNode participant : of(deal(request))) {
            shown.add(shown(participant, related));
        }
        return ShortPageV1.of(request, shown, related);
    }

    private ObjectNode shown(ObjectNode participant, RelatedObjects related) {
        ObjectNode shown = Json.object();
        shown.set("id", participant.get("id"));
        ObjectNode person = records.person(participant.path("person_id"));
        person.put("company_id", account.companyId());
        shown.set("person_id", person.set("value", participant.get("person_id")));
        shown.set("add_time", participant.get("add_time"));
        shown.put("active_flag", true);
        ObjectNode deal = records.find("deals", participant.path("deal_id"));
        ObjectNode item = shown.putObject("related_item_data");
        item.set("deal_id", participant.get("deal_id"));
        item.set("title", deal.get("title"));
        shown.set("person", records.wholePerson(participant.path("person_id")));
        ObjectNode adder = records.user(participant.path("added_by_user_id"));
        shown.set("added_by_user_id", adder.set("value", participant.get("added_by_user_id")));
        shown.put("related_item_type", "deal");
        shown.set("related_item_id", participant.get("deal_id"));
        related.addUser(participant.path("added_by_user_id"));
        related.addPerson(participant.path("person_id"));
        related.addOrganization(
                records.find("persons", participant.path("person_id")).path("org_id"));
        return shown;
    }

    private Reply add(Request request) {
        long deal = deal(request);
        ObjectNode given = Bodies.object(request);
        long person = given.path("person_id").asLong(0);
        if (person == 0) {
            throw ApiException.badRequest("person_id is required");
        }
        account.requireReference("person_id", "persons", person);
        if (personsOf(account, deal).contains(person)) {
            throw ApiException.badRequest("The person is already a participant");
        }
        RelatedObjects related = new RelatedObjects(account);
        ObjectNode answer = Json.object().put("success", true);
        answer.set("data", shown(add(deal, person), related));
        answer.set("related_objects", related.shown());
        return Reply.json(200, answer);
    }

    private Reply delete(Request request) {
        long deal = deal(request);
        Row row = table.findLive(EntityEndpoints.id(request, "participant"));
        if (row == null || row.key(table.keyPosition("deal_id")) != deal) {
            throw ApiException.of(404, "ERR_NOT_FOUND", "Participant not found");
        }
        table.put(row.record().put("is_deleted", true), 0);
        note(deal, row.key(table.keyPosition("person_id")), "removed");
        return Replies.deleted(row.id());
    }

    private Reply changelog(Request request) {
        List<ObjectNode> events = new History(account).of("deals/" + deal(request) + "/participants");
        return new ShortList(account, request).newestFirst().of(events, event -> {
            event.remove("id");
            return event;
        });
    }
}
