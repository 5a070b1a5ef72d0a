package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/** Refuses a value that another record of the object has already, in the recycle bin too if so set. */
final class Uniqueness {

    private final Account account;
    private final Table table;
    private final Fields fields;

    Uniqueness(Account account, Table table, Fields fields) {
        this.account = account;
        this.table = table;
        this.fields = fields;
    }

    void check(ObjectNode record, Problems problems) {
        for (ObjectNode field : fields.all()) {
            if (field.path("unique").asBoolean(false)) {
                JsonNode holder = Fields.isCustom(field) ? record.path("custom_field") : record;
                JsonNode value = holder.path(Fields.name(field));
                if (isTaken(record, Fields.name(field), value, any -> true)) {
                    problems.add(Message.TAKEN, value.asText());
                }
            }
        }
        if (table.name().equals("contacts") && account.settings().isOn(Switch.UNIQUE_EMAIL)) {
            checkEmail(record, problems);
        }
        if (table.name().equals("sales_accounts")) {
            checkName(record, problems);
        }
    }

    private void checkEmail(ObjectNode record, Problems problems) {
        for (JsonNode email : record.path("emails")) {
            boolean isPrimary = email.path("is_primary").asBoolean(false);
            if (isPrimary && isTaken(record, "email", email.path("value"), any -> true)) {
                problems.add(Message.TAKEN, email.path("value").asText());
            }
        }
    }

    private void checkName(ObjectNode record, Problems problems) {
        JsonNode name = record.path("name");
        boolean isExact = account.settings().is(Switch.ACCOUNT_NAME_CASE, "sensitive");
        Predicate<Row> same = row -> !isExact || row.record().path("name").equals(name);
        if (isTaken(record, "name", name, same)) {
            problems.add(Message.NAME_TAKEN);
        }
    }

    private boolean isTaken(ObjectNode record, String member, JsonNode value, Predicate<Row> same) {
        if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
            return false;
        }
        long own = record.path("id").longValue();
        boolean binBlocks = account.settings().isOn(Switch.BIN_BLOCKS);
        return table.withKey(Keys.of(member, value.asText())).stream()
                .filter(row -> row.id() != own && (binBlocks || !row.isDeleted()))
                .anyMatch(same);
    }
}
