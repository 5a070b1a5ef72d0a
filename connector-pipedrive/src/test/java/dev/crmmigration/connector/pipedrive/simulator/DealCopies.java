package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Duplicates deals and lists what a person has bought, by v1. */
final class DealCopies {

    private final Account account;
    private final EntityEndpoints deals;
    private final DealsV1 shown;

    DealCopies(Account account, EntityEndpoints deals) {
        this.account = account;
        this.deals = deals;
        this.shown = new DealsV1(account);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("POST", Endpoint.V1 + "/deals/{id}/duplicate", 10, this::duplicate),
                new Endpoint("GET", Endpoint.V1 + "/persons/{id}/products", 20, this::productsOfPerson));
    }

    /** The copy is open again, and has the products of the original. */
    private Reply duplicate(Request request) {
        DealCap.require(account);
        ObjectNode copy = deals.liveRecord(EntityEndpoints.id(request));
        long original = copy.path("id").longValue();
        ObjectNode blank = deals.entity().blank(account.table("deals").nextId());
        for (String member : List.of(
                "id", "creator_user_id", "add_time", "update_time", "stage_change_time", "status", "is_archived")) {
            copy.set(member, blank.get(member));
        }
        for (String member : List.of("won_time", "lost_time", "close_time", "archive_time", "lost_reason")) {
            copy.putNull(member);
        }
        for (String date : List.of("won", "lost", "close")) {
            copy.putNull("local_" + date + "_date");
        }
        account.table("deals").put(copy, deals.documents().version());
        long id = copy.path("id").longValue();
        for (ObjectNode line : new DealLines(account).of(original)) {
            line.put("id", account.table("dealProducts").nextId()).put("deal_id", id);
            account.table("dealProducts").put(line, 0);
        }
        Participants.personsOf(account, original).forEach(person -> new Participants(account).ensure(id, person));
        return Replies.data(200, shown.flat(copy));
    }

    private Reply productsOfPerson(Request request) {
        long person = EntityEndpoints.id(request);
        if (!account.table("persons").hasLive(person)) {
            throw ApiException.notFound();
        }
        List<ObjectNode> found = new ArrayList<>();
        for (long deal : account.table("deals").withKey("person_id", person).toArray()) {
            for (ObjectNode line : new DealLines(account).of(deal)) {
                ObjectNode one = Json.object();
                one.set("deal", shown.flat(account.record("deals", deal)).put("company_id", account.companyId()));
                one.set("product", product(line));
                found.add(Json.object().set(Long.toString(deal), one));
            }
        }
        return ShortPageV1.of(request, found);
    }

    private ObjectNode product(ObjectNode line) {
        ObjectNode product = account.record("products", line.path("product_id").longValue());
        ObjectNode of = Json.object();
        for (String member : List.of("id", "name", "code", "description", "unit", "tax", "owner_id")) {
            of.set(member, product.get(member));
        }
        of.put("company_id", account.companyId());
        of.put("category", product.path("category").asText(""));
        of.put("active_flag", !product.path("is_deleted").booleanValue());
        of.set("selectable", product.get("is_linkable"));
        of.put("first_char", product.path("name").asText(" ").substring(0, 1).toLowerCase(Locale.ROOT));
        of.put("visible_to", product.path("visible_to").asText());
        of.put(
                "files_count",
                account.table("files")
                        .withKey("product_id", product.path("id").longValue())
                        .size());
        of.put("add_time", RecordsV1.timeV1(product.path("add_time")));
        of.put("update_time", RecordsV1.timeV1(product.path("update_time")));
        return of.set("deal_id", line.get("deal_id"));
    }
}
