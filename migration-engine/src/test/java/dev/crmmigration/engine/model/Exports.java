package dev.crmmigration.engine.model;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.engine.model.SourceData.Customer;
import dev.crmmigration.engine.model.SourceData.Note;
import dev.crmmigration.engine.toy.AdjustableSource;
import java.util.Random;
import java.util.TreeMap;

/** Gives a source to read, whole or in part, and says what is known after it was read. */
record Exports(AdjustableSource source, Random random) {

    /** Gives everything, but perhaps for a row that cannot be read. */
    SourceData whole(SourceData now, SourceData known, boolean isClean) {
        source.clear();
        source.coverage(Coverage.FULL);
        TreeMap<Integer, Customer> given = new TreeMap<>(now.customers());
        if (!isClean && given.size() > 1) {
            int bad = given.keySet().stream()
                    .skip(random.nextInt(given.size()))
                    .findFirst()
                    .orElseThrow();
            given.remove(bad);
            source.add(new SourceEntry.Quarantined(
                    ObjectType.of("customer"), new Origin("customer", 1), "email", "E1: not an address"));
        }
        boolean isWhole = given.size() == now.customers().size();
        give(SourceData.of(given, now.notes()));
        if (!isWhole) {
            known.customers().forEach(given::putIfAbsent);
        }
        return SourceData.of(given, now.notes());
    }

    /** Gives some of the records. */
    SourceData partial(SourceData now, SourceData known) {
        source.clear();
        source.coverage(Coverage.PARTIAL);
        TreeMap<Integer, Customer> customers = new TreeMap<>(now.customers());
        TreeMap<Integer, Note> notes = new TreeMap<>(now.notes());
        customers.keySet().removeIf(number -> random.nextInt(3) == 0);
        notes.keySet().removeIf(number -> random.nextInt(3) == 0);
        give(SourceData.of(customers, notes));
        known.customers().forEach(customers::putIfAbsent);
        known.notes().forEach(notes::putIfAbsent);
        return SourceData.of(customers, notes);
    }

    /** Gives what has changed since, and what was deleted. */
    SourceData changes(SourceData now, SourceData known) {
        source.clear();
        source.coverage(Coverage.CHANGES);
        TreeMap<Integer, Customer> customers = new TreeMap<>(now.customers());
        TreeMap<Integer, Note> notes = new TreeMap<>(now.notes());
        customers
                .entrySet()
                .removeIf(entry -> entry.getValue().equals(known.customers().get(entry.getKey())));
        notes.entrySet().removeIf(entry -> entry.getValue().equals(known.notes().get(entry.getKey())));
        give(SourceData.of(customers, notes));
        known.customers().keySet().stream()
                .filter(number -> !now.customers().containsKey(number))
                .forEach(number -> delete("customer", number));
        known.notes().keySet().stream()
                .filter(number -> !now.notes().containsKey(number))
                .forEach(number -> delete("note", number));
        return now;
    }

    private void delete(String type, int number) {
        source.add(
                new SourceEntry.Deleted(RecordRef.of(type, String.valueOf(number)), new Origin(type + " deleted", 1)));
    }

    private void give(SourceData data) {
        data.customers().forEach((number, customer) -> source.add(customer.record(number)));
        data.notes().forEach((number, note) -> source.add(note.record(number)));
    }
}
