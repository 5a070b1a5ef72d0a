package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;

/** Makes a deal of a lead and a lead of a deal. What belonged to the one belongs to the other afterwards; the one is deleted. */
final class LeadConversion {

    private static final List<String> MOVED = List.of("notes", "files", "activities");

    private final Company company;
    private final Account account;

    LeadConversion(Company company) {
        this.company = company;
        this.account = company.account();
    }

    /** Returns the id of the deal. */
    long dealOf(long leadRow, ObjectNode parameters) {
        Leads leads = new Leads(account);
        ObjectNode lead = leads.record(live("leads", leadRow));
        ObjectNode deal = Json.object();
        deal.setAll(parameters);
        deal.set("title", lead.get("title"));
        copy(deal, "owner_id", lead.path("owner_id"));
        copy(deal, "person_id", lead.path("person_id"));
        copy(deal, "org_id", lead.path("organization_id"));
        copy(deal, "value", lead.path("value").path("amount"));
        copy(deal, "currency", lead.path("value").path("currency"));
        copy(deal, "expected_close_date", lead.path("expected_close_date"));
        deal.put("visible_to", Integer.parseInt(lead.path("visible_to").asText("3")));
        deal.set("custom_fields", lead.path("custom_fields"));
        EntityEndpoints deals = company.entity("deals");
        Row row = deals.create(deal);
        ObjectNode stored = row.record();
        stored.set("source_lead_id", lead.get("id"));
        account.table("deals").put(stored, deals.documents().version());
        leads.delete(leadRow);
        move("lead_id", lead.path("id"), Row.key(lead.path("id")), "deal_id", stored.path("id"));
        return row.id();
    }

    /** Returns the id of the lead. */
    String leadOf(long dealId) {
        EntityEndpoints deals = company.entity("deals");
        ObjectNode deal = deals.documents().record(live("deals", dealId));
        ObjectNode given = Json.object();
        given.set("title", deal.get("title"));
        copy(given, "owner_id", deal.path("owner_id"));
        copy(given, "person_id", deal.path("person_id"));
        copy(given, "organization_id", deal.path("org_id"));
        copy(given, "expected_close_date", deal.path("expected_close_date"));
        if (deal.hasNonNull("value")) {
            ObjectNode value = given.putObject("value");
            value.set("amount", deal.get("value"));
            value.set("currency", deal.get("currency"));
        }
        given.put("visible_to", deal.path("visible_to").asText("3"));
        Row row = new Leads(account).create(given);
        ObjectNode lead = row.record();
        lead.set("custom_fields", deal.path("custom_fields"));
        account.table("leads").put(lead, deals.documents().version());
        deals.delete(dealId);
        move("deal_id", deal.path("id"), dealId, "lead_id", lead.path("id"));
        return lead.path("id").asText();
    }

    private Row live(String object, long id) {
        Row row = account.table(object).findLive(id);
        if (row == null) {
            throw ApiException.notFound();
        }
        return row;
    }

    private static void copy(ObjectNode into, String member, JsonNode value) {
        if (!value.isNull() && !value.isMissingNode()) {
            into.set(member, value);
        }
    }

    private void move(String from, JsonNode fromId, long key, String to, JsonNode toId) {
        for (String object : MOVED) {
            Table table = account.table(object);
            for (long id : table.withKey(from, key).toArray()) {
                Row row = table.find(id);
                if (row != null && row.record().path(from).equals(fromId)) {
                    ObjectNode record = row.record();
                    record.putNull(from);
                    record.set(to, toId);
                    table.put(record, row.cleanedAt());
                }
            }
        }
    }
}
