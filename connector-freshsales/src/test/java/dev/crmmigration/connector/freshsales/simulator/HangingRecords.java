package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import org.jspecify.annotations.Nullable;

/** The records of one kind that hang on others: tasks, appointments, notes, sales activities. They have no recycle bin. */
final class HangingRecords {

    private final Account account;
    private final Table table;
    private final HangingRules rules;
    private final Targets targets;

    HangingRecords(Account account, String plural, HangingRules rules) {
        this.account = account;
        this.table = account.table(plural);
        this.rules = rules;
        this.targets = new Targets(account);
    }

    Table table() {
        return table;
    }

    ObjectNode create(ObjectNode given) {
        ObjectNode record = Json.object().put("id", table.nextId());
        record.putArray("targetables");
        record.put("creater_id", account.keyUserId()).putNull("updater_id");
        record.put("created_at", account.nowShown());
        return change(record, given, true);
    }

    ObjectNode update(long id, ObjectNode given) {
        ObjectNode record = require(id);
        record.put("updater_id", account.keyUserId());
        return change(record, given, false);
    }

    private ObjectNode change(ObjectNode record, ObjectNode given, boolean isNew) {
        Problems problems = new Problems(account.settings());
        rules.apply(record, given, isNew, problems);
        targets.apply(record, given, table.name().equals("sales_activities"), problems);
        problems.requireNone();
        record.put("updated_at", account.nowShown());
        table.put(record, account.now());
        return record;
    }

    ObjectNode require(long id) {
        @Nullable ObjectNode record = table.live(id);
        if (record == null) {
            throw ApiException.of(404, "The " + word() + " you're looking for is not in the CRM");
        }
        return record;
    }

    private String word() {
        return table.name().equals("appointments") ? "meeting" : table.name().replaceFirst("s$", "");
    }

    void delete(long id) {
        require(id);
        table.remove(id);
    }

    ObjectNode shown(ObjectNode record) {
        ObjectNode shown = record.deepCopy();
        targets.show(shown);
        return shown;
    }
}
