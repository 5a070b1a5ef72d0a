package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.source.Repair;
import java.util.ArrayList;
import java.util.List;

/** What is noted about one row while it is read. Not thread-safe. */
final class RowNotes {

    private final String id;
    private List<Repair> repairs = List.of();

    RowNotes(String id) {
        this.id = id;
    }

    /** Returns the id of the record. */
    String id() {
        return id;
    }

    void repaired(String field, String rule) {
        if (repairs.isEmpty()) {
            repairs = new ArrayList<>();
        }
        repairs.add(new Repair(field, rule));
    }

    List<Repair> repairs() {
        return repairs;
    }
}
