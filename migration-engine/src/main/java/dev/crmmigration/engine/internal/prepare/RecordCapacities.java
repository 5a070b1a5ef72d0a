package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.catalog.Capacity;
import dev.crmmigration.api.catalog.Capacity.Counted;
import dev.crmmigration.api.catalog.Capacity.Where;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.internal.draft.Draft;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.plan.Capacities;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Counts the records that an account's limits count: those that the plan adds, and those that were there before. */
public final class RecordCapacities {

    private static final String PLANNED = "planned ";
    private static final String HELD = "held before ";

    private final Journal journal;
    private final Map<Capacity, Long> counts = new LinkedHashMap<>();

    public RecordCapacities(Journal journal, Catalog account) {
        this.journal = journal;
        account.capacities().stream()
                .filter(capacity -> !capacity.records().isEmpty())
                .forEach(capacity -> counts.put(capacity, 0L));
    }

    /** Counts a record that will be written. */
    public void planned(Draft draft) {
        count(counted -> counted.object().equals(draft.to())
                && fits(
                        counted,
                        where -> Optional.ofNullable(draft.fields().get(where.field()))
                                .map(field -> String.valueOf(field.value()))));
    }

    /** Counts a record that is there. */
    public void held(CrmRecord record) {
        count(counted -> counted.object().equals(record.ref().type())
                && fits(counted, where -> record.value(where.field()).map(String::valueOf)));
    }

    private static boolean fits(Counted counted, Lookup lookup) {
        return counted.where()
                .map(where -> lookup.value(where).map(where.value()::equals).orElse(where.orAbsent()))
                .orElse(true);
    }

    private void count(Predicate<Counted> counts) {
        this.counts.replaceAll((capacity, sum) -> capacity.records().stream().anyMatch(counts) ? sum + 1L : sum);
    }

    /** Keeps what the plan adds, and says what would not fit even into an empty account. */
    public List<String> keepPlanned() {
        counts.forEach((capacity, sum) -> journal.fact(PLANNED + capacity.name(), String.valueOf(sum)));
        return problems(capacity -> 0, capacity -> counts.getOrDefault(capacity, 0L));
    }

    public void keepHeld() {
        counts.forEach((capacity, sum) -> journal.fact(HELD + capacity.name(), String.valueOf(sum)));
    }

    /** Says what does not fit beside what was there, by what was kept. */
    public List<String> problems() {
        return problems(capacity -> fact(HELD, capacity), capacity -> fact(PLANNED, capacity));
    }

    private long fact(String kind, Capacity capacity) {
        return journal.fact(kind + capacity.name()).map(Long::parseLong).orElse(0L);
    }

    private List<String> problems(Count held, Count planned) {
        return counts.keySet().stream()
                .flatMap(capacity ->
                        Capacities.problem(capacity, capacity.used().orElse(held.of(capacity)), planned.of(capacity))
                                .stream())
                .toList();
    }

    private interface Lookup {
        Optional<String> value(Where where);
    }

    private interface Count {
        long of(Capacity capacity);
    }
}
