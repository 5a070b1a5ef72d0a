package dev.crmmigration.examples.cli.toy;

import dev.crmmigration.api.record.CrmRecord;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What an account in memory holds. It outlives sessions, as an account does. Safe for use by several threads. */
public final class ToyAccount {

    private static final Map<String, ToyAccount> ACCOUNTS = new ConcurrentHashMap<>();

    private final Map<Integer, CrmRecord> persons = new ConcurrentSkipListMap<>();
    private int last;

    private ToyAccount() {}

    /** Returns the account of a name, the same one at every call. */
    public static ToyAccount of(String name) {
        return ACCOUNTS.computeIfAbsent(name, key -> new ToyAccount());
    }

    /** Returns the names of all persons in the order in which they came. */
    public List<Object> names() {
        return persons.values().stream()
                .map(person -> person.value("name").orElse(""))
                .toList();
    }

    /** Takes all persons away as a person would. */
    public void clear() {
        persons.clear();
    }

    List<CrmRecord> persons() {
        return List.copyOf(persons.values());
    }

    /** Returns the next id, or nothing if that many were given; one step, as several threads write at once. */
    synchronized OptionalInt nextId(int most) {
        return last < most ? OptionalInt.of(++last) : OptionalInt.empty();
    }

    void put(int id, CrmRecord person) {
        persons.put(id, person);
    }

    boolean remove(int id) {
        return persons.remove(id) != null;
    }
}
