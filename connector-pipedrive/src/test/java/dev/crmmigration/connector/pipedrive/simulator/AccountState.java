package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The ground truth: the live records of all objects, the fields, and the ids of what is deleted. */
final class AccountState {

    private final Company company;
    private final List<byte[]> parts = new ArrayList<>();

    AccountState(Company company) {
        this.company = company;
    }

    Reply shown() {
        String before = "{\"";
        ObjectNode deleted = Json.object();
        for (Table table : company.account().tables()) {
            List<byte[]> documents = new ArrayList<>(table.live().size());
            for (long id : table.live().toArray()) {
                Row row = table.find(id);
                if (row != null) {
                    documents.add(company.document(table, row));
                }
            }
            add(before + table.name(), documents);
            before = ",\"";
            ArrayNode ids = deleted.putArray(table.name());
            for (long id : table.deleted().toArray()) {
                ids.add(Uuids.shown(table.name(), company.account().seed(), id));
            }
        }
        for (FieldCatalog catalog : company.account().catalogs()) {
            List<byte[]> documents = new ArrayList<>();
            catalog.live().forEach(field -> documents.add(Json.bytes(field.shown(Set.of()))));
            add(before + catalog.name(), documents);
            ArrayNode codes = deleted.putArray(catalog.name());
            catalog.all().stream().filter(Field::isDeleted).forEach(field -> codes.add(field.code()));
        }
        parts.add(Replies.bytes(",\"deleted\":" + deleted + "}"));
        return Reply.json(200, parts);
    }

    private void add(String name, List<byte[]> documents) {
        parts.add(Replies.bytes(name + "\":["));
        parts.addAll(Replies.joined(documents));
        parts.add(Replies.bytes("]"));
    }
}
