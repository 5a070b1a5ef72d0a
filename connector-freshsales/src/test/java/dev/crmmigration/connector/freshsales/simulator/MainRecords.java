package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.time.Instant;

/** The records of one of the objects that can be searched: how they are made, changed, deleted and shown. */
final class MainRecords {

    private final Account account;
    private final MainObject object;
    private final Table table;
    private final Fields fields;
    private final ObjectRules rules;
    private final Uniqueness uniqueness;

    MainRecords(Account account, MainObject object, ObjectRules rules) {
        this.account = account;
        this.object = object;
        this.table = account.table(object.plural());
        this.fields = Fields.of(account, object.plural());
        this.rules = rules;
        this.uniqueness = new Uniqueness(account, table, fields);
    }

    MainObject object() {
        return object;
    }

    Table table() {
        return table;
    }

    Fields fields() {
        return fields;
    }

    ObjectNode create(ObjectNode given) {
        ObjectNode record = Json.object().put("id", table.nextId());
        fields.all().stream()
                .filter(field -> !Fields.isCustom(field))
                .filter(field -> !field.path("multiple").asBoolean(false))
                .forEach(field -> record.putNull(Fields.name(field)));
        record.putArray("tags");
        record.putObject("custom_field");
        record.put("owner_id", account.keyUserId()).put("creater_id", account.keyUserId());
        record.putNull("updater_id");
        record.put(
                "record_type_id",
                Long.toString(
                        71_000_000_000L + account.table(object.plural()).name().length()));
        record.put(Row.DELETED, false);
        Instant created = Times.moment(
                        given.path("created_at"), account.settings().zone())
                .filter(any -> account.settings().is(Switch.CREATED_AT, "writable"))
                .orElse(account.now());
        record.put("created_at", Times.shown(created, account.settings().zone()));
        return change(record, given, true);
    }

    ObjectNode update(long id, ObjectNode given) {
        ObjectNode record = require(id);
        record.put("updater_id", account.keyUserId());
        return change(record, given, false);
    }

    private ObjectNode change(ObjectNode record, ObjectNode given, boolean isNew) {
        Problems problems = new Problems(account.settings());
        Values values = new Values(account, fields, problems);
        values.apply(record, given);
        rules.apply(record, given, isNew, problems);
        values.requireAll(record, given, isNew);
        uniqueness.check(record, problems);
        problems.requireNone();
        record.put("updated_at", account.nowShown());
        table.put(record, account.now());
        return record;
    }

    /** Returns a copy of a live record that the key's user may see. */
    ObjectNode require(long id) {
        ObjectNode record = table.live(id);
        if (record == null) {
            throw ApiException.notFound();
        }
        if (!isVisible(record)) {
            throw ApiException.forbidden();
        }
        return record;
    }

    boolean isVisible(ObjectNode record) {
        return account.settings().isOn(Switch.ADMIN) || record.path("owner_id").asLong(0) == account.keyUserId();
    }

    /** Moves a record to the recycle bin. */
    void delete(long id) {
        ObjectNode record = require(id);
        rules.removed(record, false);
        record.put(Row.DELETED, true).put("updated_at", account.nowShown());
        table.put(record, account.now());
    }

    /** Takes a record out of the recycle bin; what it was linked to stays lost. */
    ObjectNode restore(long id) {
        Row row = table.find(id);
        if (row == null || !row.isDeleted()) {
            throw ApiException.notFound();
        }
        ObjectNode record = row.record();
        Problems problems = new Problems(account.settings());
        uniqueness.check(record, problems);
        problems.requireNone();
        record.put(Row.DELETED, false).put("updated_at", account.nowShown());
        table.put(record, account.now());
        return record;
    }

    /** Removes a record for good, with all that hangs on it; one in the recycle bin too. */
    void forget(long id) {
        Row row = table.find(id);
        if (row == null) {
            throw ApiException.notFound();
        }
        rules.removed(row.record(), true);
        String parent = Keys.parent(object.model(), id);
        for (String name : Account.OTHERS) {
            account.table(name)
                    .withKey(parent)
                    .forEach(child -> account.table(name).remove(child.id()));
        }
        table.remove(id);
    }

    /** Returns a record as the API shows it. */
    ObjectNode shown(ObjectNode record) {
        ObjectNode shown = record.deepCopy();
        ObjectNode custom = Json.object();
        for (ObjectNode field : fields.all()) {
            if (Fields.isCustom(field)) {
                String name = Fields.name(field);
                custom.set(
                        name,
                        record.path("custom_field").hasNonNull(name)
                                ? record.path("custom_field").get(name)
                                : null);
            }
        }
        shown.set("custom_field", custom);
        rules.show(shown);
        ObjectNode links = shown.putObject("links");
        links.put("conversations", "/crm/sales/" + object.plural() + "/" + record.path("id") + "/conversations/all");
        links.put(
                "document_associations",
                "/crm/sales/" + object.plural() + "/" + record.path("id") + "/document_associations");
        return shown;
    }
}
