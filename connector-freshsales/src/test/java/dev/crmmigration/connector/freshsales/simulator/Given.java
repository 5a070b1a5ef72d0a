package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Takes members over from a request into a record that hangs on another. */
final class Given {

    private static final int TITLE = 255;

    private final Account account;
    private final ObjectNode record;
    private final ObjectNode given;
    private final boolean isNew;
    private final Problems problems;

    Given(Account account, ObjectNode record, ObjectNode given, boolean isNew, Problems problems) {
        this.account = account;
        this.record = record;
        this.given = given;
        this.isNew = isNew;
        this.problems = problems;
    }

    /** Takes members over as they are. */
    Given plain(List<String> members) {
        for (String member : members) {
            if (given.has(member)) {
                record.set(member, given.get(member));
            } else if (isNew) {
                record.putNull(member);
            }
        }
        return this;
    }

    /** Takes a text over that must not be blank. */
    Given title(String member, String label) {
        if (given.has(member)) {
            record.put(
                    member,
                    given.path(member).isNull()
                            ? ""
                            : given.path(member).asText().strip());
        }
        if (record.path(member).asText("").isBlank()) {
            problems.add(Message.BLANK, label);
        }
        if (record.path(member).asText("").length() > TITLE) {
            problems.add(Message.LENGTH, label);
        }
        return this;
    }

    /** Takes a moment over; what is none is dropped without a word, unless it is required. */
    Given moment(String member, String label, boolean isRequired) {
        if (given.has(member)) {
            record.put(
                    member,
                    Times.moment(given.path(member), account.settings().zone())
                            .map(moment ->
                                    Times.shown(moment, account.settings().zone()))
                            .orElse(null));
        } else if (isNew) {
            record.putNull(member);
        }
        if (isRequired && !record.hasNonNull(member)) {
            problems.add(Message.BLANK, label);
        }
        return this;
    }

    /** Takes the number of another record over. */
    Given reference(String member, String table, String label) {
        JsonNode id = given.path(member);
        if (id.isMissingNode() || id.isNull()) {
            if (isNew || id.isNull()) {
                record.putNull(member);
            }
        } else if (account.table(table).hasLive(id.asLong(0))) {
            record.put(member, id.asLong());
        } else {
            problems.add(Message.NO_REFERENCE, label);
        }
        return this;
    }

    /** The owner is the key's user if the request names none. */
    Given owner() {
        reference("owner_id", "users", "Sales owner");
        if (!record.hasNonNull("owner_id")) {
            record.put("owner_id", account.keyUserId());
        }
        return this;
    }
}
