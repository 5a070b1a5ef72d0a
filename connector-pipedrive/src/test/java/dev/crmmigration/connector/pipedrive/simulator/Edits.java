package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import java.util.List;
import java.util.Set;

/**
 * Changes the account as a person at the screen would: {@code {"object": "persons", "id": 5, "set": {...}}}, or with {@code "add": {...}},
 * {@code "delete": true} or {@code "merge_into": 7}. Fields are named by their code.
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
        FieldEndpoints fields = company.findFields(object);
        if (fields != null) {
            return editField(fields, change);
        }
        if (account.tables().stream().noneMatch(table -> table.name().equals(object))) {
            throw new IllegalArgumentException("there is no object '" + object + "'");
        }
        if (change.path("add") instanceof ObjectNode added) {
            return Replies.data(200, add(object, added));
        }
        long id = change.path("id").asLong(0);
        if (change.path("set") instanceof ObjectNode members) {
            return Replies.data(200, set(object, id, members));
        }
        if (change.path("delete").asBoolean(false)) {
            delete(object, id);
            return Replies.deleted(id);
        }
        if (change.path("merge_into").isIntegralNumber()) {
            long survivor = change.path("merge_into").longValue();
            return Replies.data(200, new Merges(company).merge(object, id, survivor));
        }
        throw new IllegalArgumentException("an edit needs 'add', 'set', 'delete' or 'merge_into'");
    }

    private Reply editField(FieldEndpoints fields, JsonNode change) {
        if (change.path("add") instanceof ObjectNode added) {
            return Replies.data(200, fields.create(added).shown(Set.of()));
        }
        if (change.path("delete").asBoolean(false)) {
            fields.delete(change.path("id").asText(""));
            return Replies.data(200, Json.object().set("id", change.get("id")));
        }
        if (change.path("set") instanceof ObjectNode members) {
            return Replies.data(
                    200, fields.update(change.path("id").asText(""), members).shown(Set.of()));
        }
        throw new IllegalArgumentException("an edit of a field needs 'add', 'set' or 'delete'");
    }

    private byte[] add(String object, ObjectNode members) {
        EntityEndpoints entity = company.find(object);
        if (entity != null) {
            return entity.create(members).document();
        }
        if (object.equals("notes")) {
            return company.notes().create(members).document();
        }
        if (object.equals("dealProducts")) {
            return addLine(members);
        }
        Table table = account.table(object);
        ObjectNode record = object.equals("users")
                ? Users.blank(account, table.nextId())
                : Json.object().put("id", table.nextId()).put("active_flag", true);
        record.setAll(members);
        return table.put(record, 0).document();
    }

    private byte[] addLine(ObjectNode members) {
        long deal = members.path("deal_id").asLong(0);
        account.requireReference("deal_id", "deals", deal);
        members.remove("deal_id");
        DealLines lines = new DealLines(account);
        lines.check(members);
        return Json.bytes(lines.add(deal, List.of(members)).get(0));
    }

    private byte[] set(String object, long id, ObjectNode members) {
        EntityEndpoints entity = company.find(object);
        if (entity != null) {
            return entity.update(id, members).document();
        }
        if (object.equals("notes")) {
            return company.notes().update(id, members).document();
        }
        ObjectNode record = existing(object, id);
        record.setAll(members);
        return account.table(object).put(record, 0).document();
    }

    private void delete(String object, long id) {
        EntityEndpoints entity = company.find(object);
        if (entity != null) {
            entity.delete(id);
        } else if (object.equals("notes")) {
            company.notes().delete(id);
        } else {
            account.table(object).put(existing(object, id).put("active_flag", false), 0);
        }
    }

    private ObjectNode existing(String object, long id) {
        Row row = account.table(object).find(id);
        if (row == null) {
            throw ApiException.notFound();
        }
        return row.record();
    }
}
