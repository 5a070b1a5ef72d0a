package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;

/** Tasks: a title, a due date, and a completion that is always now. */
final class TaskRules implements HangingRules {

    private final Account account;

    TaskRules(Account account) {
        this.account = account;
    }

    @Override
    public void apply(ObjectNode record, ObjectNode given, boolean isNew, Problems problems) {
        new Given(account, record, given, isNew, problems)
                .title("title", "Title")
                .moment("due_date", "Due date", true)
                .plain(List.of("description", "task_type_id"))
                .reference("outcome_id", "sales_activity_outcomes", "Outcome")
                .owner();
        applyStatus(record, given, isNew, problems);
        if (given.path("task_users_attributes").isArray()) {
            ArrayNode users = Json.MAPPER.createArrayNode();
            given.path("task_users_attributes").forEach(user -> {
                if (account.table("users").hasLive(user.path("user_id").asLong(0))) {
                    users.add(user.path("user_id").asLong());
                } else {
                    problems.add(Message.NO_REFERENCE, "Collaborator");
                }
            });
            record.set("user_ids", users);
        }
    }

    private void applyStatus(ObjectNode record, ObjectNode given, boolean isNew, Problems problems) {
        if (isNew) {
            record.put("status", 0).putNull("completed_date");
        }
        if (!given.has("status")) {
            return;
        }
        String status = given.path("status").asText();
        if (!List.of("0", "1").contains(status)) {
            problems.add(Message.NO_CHOICE, "Status");
            return;
        }
        boolean wasDone = record.path("status").asInt() == 1;
        record.put("status", Integer.parseInt(status));
        if (status.equals("0")) {
            record.putNull("completed_date");
        } else if (!wasDone) {
            record.put("completed_date", account.nowShown());
        }
    }
}
