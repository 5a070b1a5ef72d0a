package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;

/**
 * Changes the account as a person at the screen would: {@code {"object": "contacts", "id": 5, "set": {...}}}, or with
 * {@code "add": {...}}, {@code "delete": true}, {@code "restore": true} or {@code "forget": true}.
 *
 * <p>Beside records, a person edits what the API cannot: users, pipelines, stages and other selectors, and the fields
 * ({@code contact_fields}, {@code sales_account_fields}, {@code deal_fields}, {@code sales_activity_fields}).
 * {@code {"object": "jobs", "next": "never-ends"}} says what goes wrong with the next bulk job; see {@link JobFault}.
 */
final class Edits {

    private final Company company;
    private final Account account;

    Edits(Company company) {
        this.company = company;
        this.account = company.account();
    }

    Reply apply(JsonNode change) {
        String object = change.path("object").asText("");
        if (!account.hasTable(object)) {
            throw new IllegalArgumentException("there is no object '" + object + "'");
        }
        if (object.equals("jobs") && change.has("next")) {
            company.jobs().failNext(JobFault.of(change));
            return Reply.json(200, Json.object().set("next", change.get("next")));
        }
        for (MainObject searched : MainObject.values()) {
            if (searched.plural().equals(object)) {
                return editRecord(company.records(searched), change);
            }
        }
        if (Account.FIELDS.contains(object) && change.path("add").isObject()) {
            String plural =
                    object.equals("sales_activity_fields") ? "sales_activities" : object.replace("_fields", "s");
            return Reply.json(200, Fields.of(account, plural).addCustom(change.get("add")));
        }
        return company.isHanging(object) ? editHanging(company.hanging(object), change) : editPlain(object, change);
    }

    private static Reply editHanging(HangingRecords records, JsonNode change) {
        long id = change.path("id").asLong(0);
        if (change.path("add") instanceof ObjectNode added) {
            return Reply.json(200, records.create(added));
        }
        if (change.path("set") instanceof ObjectNode members) {
            return Reply.json(200, records.update(id, members));
        }
        records.delete(id);
        return Reply.json(200, Json.object().put("id", id));
    }

    private static Reply editRecord(MainRecords records, JsonNode change) {
        long id = change.path("id").asLong(0);
        if (change.path("add") instanceof ObjectNode added) {
            return Reply.json(200, records.create(added));
        }
        if (change.path("set") instanceof ObjectNode members) {
            return Reply.json(200, records.update(id, members));
        }
        if (change.path("restore").asBoolean(false)) {
            return Reply.json(200, records.restore(id));
        }
        if (change.path("delete").asBoolean(false)) {
            records.delete(id);
        } else if (change.path("forget").asBoolean(false)) {
            records.forget(id);
        } else {
            throw new IllegalArgumentException("an edit needs 'add', 'set', 'delete', 'restore' or 'forget'");
        }
        return Reply.json(200, Json.object().put("id", id));
    }

    private Reply editPlain(String object, JsonNode change) {
        Table table = account.table(object);
        if (change.path("add") instanceof ObjectNode added) {
            ObjectNode record = Json.object().put("id", table.nextId());
            record.put("position", table.rows().size() + 1);
            record.setAll(object.equals("users") ? user(added) : added);
            account.put(object, record);
            return Reply.json(200, record);
        }
        long id = change.path("id").asLong(0);
        Row row = table.find(id);
        if (row == null) {
            throw new IllegalArgumentException("there is no " + object + " " + id);
        }
        if (change.path("set") instanceof ObjectNode members) {
            ObjectNode record = row.record();
            record.setAll(members);
            account.put(object, record);
            return Reply.json(200, record);
        }
        if (change.path("delete").asBoolean(false)) {
            table.remove(id);
            return Reply.json(200, Json.object().put("id", id));
        }
        throw new IllegalArgumentException("an edit needs 'add', 'set' or 'delete'");
    }

    /** Gives a new user what every user has. */
    private static ObjectNode user(ObjectNode added) {
        ObjectNode user = Json.object();
        user.put("display_name", added.path("name").asText(added.path("email").asText()));
        user.put("is_active", true).putNull("work_number").putNull("mobile_number");
        user.setAll(added);
        user.remove("name");
        return user;
    }
}
