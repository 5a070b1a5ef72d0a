package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The calls for many records at once. */
final class BulkEndpoints {

    private final Account account;
    private final Collection<MainRecords> objects;
    private final Jobs jobs;

    BulkEndpoints(Account account, Collection<MainRecords> objects, Jobs jobs) {
        this.account = account;
        this.objects = objects;
        this.jobs = jobs;
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (MainRecords records : objects) {
            String path = "/api/" + records.object().plural();
            endpoints.add(Endpoint.post(path + "/bulk_upsert", request -> upsert(request, records)));
            endpoints.add(Endpoint.post(path + "/bulk_destroy", request -> destroy(request, records)));
            if (records.object() == MainObject.CONTACT) {
                endpoints.add(Endpoint.post(path + "/bulk_assign_owner", request -> assign(request, records)));
            }
        }
        endpoints.add(Endpoint.get(
                "/api/job_statuses/{id}", request -> Reply.json(200, jobs.shown(Bodies.id(request, "id")))));
        return endpoints;
    }

    private Reply upsert(Request request, MainRecords records) {
        JsonNode items = Bodies.object(request).path(records.object().plural());
        if (!(items instanceof ArrayNode list) || list.isEmpty()) {
            throw ApiException.invalid("Invalid or missing attributes");
        }
        int most = account.settings().quantity(Quantity.BULK_RECORDS);
        if (list.size() > most && account.settings().is(Switch.BULK_OVERSIZE, "reject")) {
            throw ApiException.invalid("At most " + most + " records can be sent at once");
        }
        ArrayNode taken = Json.MAPPER.createArrayNode();
        for (int i = 0; i < Math.min(most, list.size()); i++) {
            if (!list.get(i).isObject()) {
                throw ApiException.invalid("Invalid or missing attributes");
            }
            taken.add(list.get(i));
        }
        long job = jobs.queue(records.object().plural(), taken);
        ObjectNode body = Json.object().put("message", "Your request is being processed");
        return Reply.json(200, body.put("job_status_url", address(request) + "/api/job_statuses/" + job));
    }

    /** Returns the address by which the client has come. */
    static String address(Request request) {
        String host = request.header("host");
        return "http://" + (host == null ? "127.0.0.1" : host);
    }

    private Reply destroy(Request request, MainRecords records) {
        ObjectNode body = Bodies.object(request);
        boolean takesRelated = body.path("delete_associated_contacts_deals").asBoolean(false);
        for (JsonNode id : body.path("selected_ids")) {
            if (records.table().hasLive(id.asLong(0))) {
                if (takesRelated && records.object() == MainObject.SALES_ACCOUNT) {
                    deleteRelated(id.asLong());
                }
                records.delete(id.asLong());
            }
        }
        return Replies.message("The selected records will be deleted");
    }

    private void deleteRelated(long accountId) {
        for (MainRecords records : objects) {
            boolean isContact = records.object() == MainObject.CONTACT;
            if (records.object() != MainObject.SALES_ACCOUNT) {
                String key = Keys.of(isContact ? "sales_accounts" : "sales_account_id", accountId);
                records.table()
                        .liveWithKey(key)
                        .forEach(related -> records.delete(related.path("id").longValue()));
            }
        }
    }

    private Reply assign(Request request, MainRecords contacts) {
        ObjectNode body = Bodies.object(request);
        ObjectNode change = Json.object();
        change.set("owner_id", body.path("owner_id"));
        for (JsonNode id : body.path("selected_ids")) {
            if (contacts.table().hasLive(id.asLong(0))) {
                contacts.update(id.asLong(), change);
            }
        }
        return Replies.message("The selected records will be assigned");
    }
}
