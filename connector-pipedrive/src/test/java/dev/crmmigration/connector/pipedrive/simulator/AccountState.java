package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ground truth: the live records of all objects, the fields, and the ids of what is deleted. What hangs on a record is
 * live as long as that is; the history of changes is no record.
 */
final class AccountState {

    private static final String HISTORY = "changes";
    private static final Map<String, Parent> PARENTS = Map.of(
            "participants", new Parent("deal_id", "deals"),
            "dealProducts", new Parent("deal_id", "deals"),
            "discounts", new Parent("deal_id", "deals"),
            "installments", new Parent("deal_id", "deals"),
            "productVariations", new Parent("product_id", "products"),
            "productImages", new Parent("product_id", "products"),
            "pictures", new Parent("person_id", "persons"));

    private final Company company;
    private final List<byte[]> parts = new ArrayList<>();

    AccountState(Company company) {
        this.company = company;
    }

    Reply shown() {
        String before = "{\"";
        ObjectNode deleted = Json.object();
        for (Table table : company.account().tables()) {
            if (table.name().equals(HISTORY)) {
                continue;
            }
            List<byte[]> documents = new ArrayList<>(table.live().size());
            for (long id : table.live().toArray()) {
                Row row = table.find(id);
                if (row != null && isLive(table, row)) {
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

    private boolean isLive(Table table, Row row) {
        Parent parent = PARENTS.get(table.name());
        return parent == null
                || company.account()
                        .table(parent.table())
                        .hasLive(row.record().path(parent.key()).longValue());
    }

    /**
     * What a record hangs on.
     *
     * @param key the member that names it
     */
    private record Parent(String key, String table) {}

    private void add(String name, List<byte[]> documents) {
        parts.add(Replies.bytes(name + "\":["));
        parts.addAll(Replies.joined(documents));
        parts.add(Replies.bytes("]"));
    }
}
