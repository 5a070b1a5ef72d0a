package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import java.util.ArrayList;
import java.util.List;

/** The ground truth: the live records of all objects as they are stored, and the ids of what lies in the recycle bin. */
final class AccountState {

    private AccountState() {}

    static Reply shown(Account account) {
        List<byte[]> parts = new ArrayList<>();
        ObjectNode deleted = Json.object();
        String before = "{\"";
        for (Table table : account.tables()) {
            parts.add(Replies.bytes(before + table.name() + "\":["));
            ArrayNode ids = Json.MAPPER.createArrayNode();
            String comma = "";
            for (Row row : table.rows()) {
                if (row.isDeleted()) {
                    ids.add(row.id());
                } else {
                    parts.add(Replies.bytes(comma));
                    parts.add(row.document());
                    comma = ",";
                }
            }
            parts.add(Replies.bytes("]"));
            if (!ids.isEmpty()) {
                deleted.set(table.name(), ids);
            }
            before = ",\"";
        }
        parts.add(Replies.bytes(",\"deleted\":" + deleted + "}"));
        return Reply.json(200, parts);
    }
}
