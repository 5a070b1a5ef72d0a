package dev.crmmigration.connector.kartra;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Numbers the events of one booking by their beginning: a booking may hold several, and has one id. */
final class EventNumbers implements RowRelations {

    private final Map<String, TreeSet<Instant>> beginnings = new HashMap<>();

    @Override
    public void see(Row row) {
        if (row.value(Appointments.STARTS) instanceof Instant start) {
            beginnings.computeIfAbsent(row.id(), any -> new TreeSet<>()).add(start);
        }
    }

    @Override
    public void complete(Row row) {
        if (row.value(Appointments.STARTS) instanceof Instant start) {
            TreeSet<Instant> all = beginnings.getOrDefault(row.id(), new TreeSet<>());
            row.identify(row.id() + "#" + (all.headSet(start).size() + 1));
        }
    }
}
