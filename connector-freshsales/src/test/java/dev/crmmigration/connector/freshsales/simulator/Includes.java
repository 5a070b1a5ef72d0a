package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Adds related records to an answer: beside the records, or a contact's accounts within it. */
final class Includes {

    /** Per word of a request: the member that refers, the table and the name of the list beside the records. */
    private static final Map<String, String[]> SINGLE = Map.ofEntries(
            Map.entry("owner", new String[] {"owner_id", "users", "users"}),
            Map.entry("creater", new String[] {"creater_id", "users", "users"}),
            Map.entry("updater", new String[] {"updater_id", "users", "users"}),
            Map.entry("territory", new String[] {"territory_id", "territories", "territories"}),
            Map.entry("source", new String[] {"lead_source_id", "lead_sources", "lead_source"}),
            Map.entry("campaign", new String[] {"campaign_id", "campaigns", "campaigns"}),
            Map.entry("contact_status", new String[] {"contact_status_id", "contact_statuses", "contact_status"}),
            Map.entry("lifecycle_stage", new String[] {"lifecycle_stage_id", "lifecycle_stages", "lifecycle_stages"}),
            Map.entry("sales_account", new String[] {"sales_account_id", "sales_accounts", "sales_accounts"}),
            Map.entry(
                    "parent_sales_account",
                    new String[] {"parent_sales_account_id", "sales_accounts", "sales_accounts"}),
            Map.entry("deal_stage", new String[] {"deal_stage_id", "deal_stages", "deal_stages"}),
            Map.entry("deal_pipeline", new String[] {"deal_pipeline_id", "deal_pipelines", "deal_pipelines"}),
            Map.entry("deal_type", new String[] {"deal_type_id", "deal_types", "deal_types"}),
            Map.entry("deal_reason", new String[] {"deal_reason_id", "deal_reasons", "deal_reasons"}),
            Map.entry("currency", new String[] {"currency_id", "currencies", "currencies"}),
            Map.entry("industry_type", new String[] {"industry_type_id", "industry_types", "industry_types"}),
            Map.entry("business_type", new String[] {"business_type_id", "business_types", "business_types"}));

    private static final Set<String> HANGING = Set.of("tasks", "appointments", "notes");

    private final Account account;

    Includes(Account account) {
        this.account = account;
    }

    /** Wraps one record. */
    ObjectNode one(MainRecords records, ObjectNode record, String include) {
        ObjectNode body = Json.object();
        ObjectNode shown = records.shown(record);
        body.set(records.object().envelope(), shown);
        add(body, records, record, shown, include);
        return body;
    }

    /** Wraps several records. */
    ObjectNode list(MainRecords records, List<ObjectNode> found, String include) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray(records.object().plural());
        for (ObjectNode record : found) {
            ObjectNode shown = records.shown(record);
            list.add(shown);
            add(body, records, record, shown, include);
        }
        return body;
    }

    private void add(ObjectNode body, MainRecords records, ObjectNode record, ObjectNode shown, String include) {
        for (String word : new TreeSet<>(List.of(include.split(",", -1)))) {
            String[] single = SINGLE.get(word.strip());
            if (single != null) {
                addSingle(body, record, single);
            } else if (word.equals("sales_accounts") && records.object() == MainObject.CONTACT) {
                shown.set("sales_accounts", accounts(record));
            } else if (word.equals("lists") && records.object() == MainObject.CONTACT) {
                addMany(body, shown, "lists", "list_ids", record.path("list_ids"));
            } else if (word.equals("contacts") && records.object() == MainObject.DEAL) {
                addMany(body, shown, "contacts", "contact_ids", record.path("contact_ids"));
            } else if (word.equals("deals") && records.object() != MainObject.DEAL) {
                addMany(body, shown, "deals", "deal_ids", deals(records, record));
            } else if (HANGING.contains(word)) {
                String parent =
                        Keys.parent(records.object().model(), record.path("id").longValue());
                addMany(
                        body,
                        shown,
                        word,
                        word.replaceFirst("s$", "_ids"),
                        ids(account.table(word).liveWithKey(parent)));
            }
        }
    }

    private void addSingle(ObjectNode body, ObjectNode record, String[] single) {
        long id = record.path(single[0]).asLong(0);
        ArrayNode list = body.withArrayProperty(single[2]);
        ObjectNode related = account.table(single[1]).live(id);
        if (related != null && !contains(list, id)) {
            list.add(related);
        }
    }

    private void addMany(ObjectNode body, ObjectNode shown, String table, String member, JsonNode ids) {
        ArrayNode shownIds = shown.putArray(member);
        ArrayNode list = body.withArrayProperty(table);
        for (JsonNode id : ids) {
            ObjectNode related = account.table(table).live(id.longValue());
            if (related != null) {
                shownIds.add(id);
                if (!contains(list, id.longValue())) {
                    list.add(related);
                }
            }
        }
    }

    private static boolean contains(ArrayNode list, long id) {
        for (JsonNode present : list) {
            if (present.path("id").longValue() == id) {
                return true;
            }
        }
        return false;
    }

    private JsonNode deals(MainRecords records, ObjectNode record) {
        boolean isContact = records.object() == MainObject.CONTACT;
        long id = record.path("id").longValue();
        return ids(account.table("deals").liveWithKey(Keys.of(isContact ? "contacts" : "sales_account_id", id)));
    }

    private static ArrayNode ids(List<ObjectNode> records) {
        ArrayNode ids = Json.MAPPER.createArrayNode();
        records.forEach(record -> ids.add(record.path("id").longValue()));
        return ids;
    }

    private ArrayNode accounts(ObjectNode contact) {
        ArrayNode accounts = Json.MAPPER.createArrayNode();
        for (JsonNode link : contact.path("sales_accounts")) {
            ObjectNode found =
                    account.table("sales_accounts").live(link.path("id").longValue());
            if (found != null) {
                ObjectNode shown = accounts.addObject().put("partial", true);
                shown.set("id", found.get("id"));
                shown.set("name", found.get("name"));
                shown.set("website", found.get("website"));
                shown.set("last_contacted", null);
                shown.set("is_primary", link.get("is_primary"));
            }
        }
        return accounts;
    }
}
