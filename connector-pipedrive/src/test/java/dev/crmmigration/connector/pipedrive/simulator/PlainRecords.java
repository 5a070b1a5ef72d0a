package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;

/** Records without rules of their own: what a person enters is what is stored. */
final class PlainRecords implements Editable {

    private final Account account;
    private final Table table;

    PlainRecords(Account account, Table table) {
        this.account = account;
        this.table = table;
    }

    @Override
    public Row create(ObjectNode members) {
        ObjectNode record = table.name().equals("users")
                ? Users.blank(account, table.nextId())
                : Json.object().put("id", table.nextId()).put("active_flag", true);
        record.setAll(members);
        return table.put(record, 0);
    }

    @Override
    public Row update(long id, ObjectNode members) {
        ObjectNode record = existing(id);
        record.setAll(members);
        return table.put(record, 0);
    }

    @Override
    public void delete(long id) {
        table.put(existing(id).put("active_flag", false), 0);
    }

    private ObjectNode existing(long id) {
        Row row = table.find(id);
        if (row == null) {
            throw ApiException.notFound();
        }
        return row.record();
    }
}
