package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
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
        Editable records = company.editable(account.table(object));
        if (change.path("add") instanceof ObjectNode added) {
            return Replies.data(200, records.create(added).document());
        }
        long id = Uuids.rowOf(change);
        if (change.path("set") instanceof ObjectNode members) {
            return Replies.data(200, records.update(id, members).document());
        }
        if (change.path("delete").asBoolean(false)) {
            records.delete(id);
            return Replies.data(200, Json.object().set("id", change.path("id")));
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
}
