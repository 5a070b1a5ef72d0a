package dev.crmmigration.engine.internal.sample;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.UserLink;
import dev.crmmigration.engine.internal.draft.Draft;
import dev.crmmigration.engine.internal.draft.Draft.DraftField;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Samples.Stratum;
import dev.crmmigration.engine.internal.value.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Groups of records of which a sample should show some: those of each mapping, of each value of a choice, of each owner, and
 * those that would wait. Which of them are picked depends on nothing but their keys, so that the same data give the same sample.
 */
public final class Strata {

    /** The group that all records of a mapping belong to. */
    static final String ALL = "all";

    private static final int PICKS = 5;

    /** A field with more values than this is no choice that a person would look through. */
    private static final int MOST_VALUES = 50;

    private static final Comparator<Name> ORDER = Comparator.comparing(Name::mapping)
            .thenComparing(name -> !name.group().equals(ALL))
            .thenComparing(Name::group);

    private final Catalog account;
    private final int size;
    private final SortedMap<Name, Group> groups = new TreeMap<>(ORDER);
    private final Map<String, Integer> values = new TreeMap<>();

    /** @param size how many records are wanted in all */
    public Strata(Catalog account, int size) {
        this.account = account;
        this.size = size;
    }

    private record Name(String mapping, String group) {}

    private static final class Group {
        private final int most;
        private final SortedMap<Long, Long> picks = new TreeMap<>();
        private long records;

        private Group(int most) {
            this.most = most;
        }

        private void see(long place, long effect) {
            records++;
            picks.put(place, effect);
            if (picks.size() > most) {
                picks.remove(picks.lastKey());
            }
        }
    }

    /** Puts a record into its groups. */
    public void see(Effect effect, Draft draft) {
        long place = Sha256.prefix(effect.id().toString());
        for (String name : names(effect, draft)) {
            group(effect.id().mapping(), name).ifPresent(group -> group.see(place, effect.number()));
        }
    }

    private Optional<Group> group(String mapping, String name) {
        Group known = groups.get(new Name(mapping, name));
        if (known == null && mayBegin(mapping, name)) {
            known = new Group(name.equals(ALL) ? size : PICKS);
            groups.put(new Name(mapping, name), known);
        }
        return Optional.ofNullable(known);
    }

    private boolean mayBegin(String mapping, String name) {
        int equals = name.indexOf(" = ");
        return equals < 0 || values.merge(mapping + "\n" + name.substring(0, equals), 1, Integer::sum) <= MOST_VALUES;
    }

    /** Returns the names of the groups that a record belongs to. */
    public Set<String> names(Effect effect, Draft draft) {
        Set<String> names = new LinkedHashSet<>();
        names.add(ALL);
        if (!draft.holds().isEmpty()) {
            names.add("waits");
        }
        Optional<ObjectDescription> object = account.object(draft.to());
        draft.fields().forEach((target, field) -> {
            Optional<FieldDescription> described = object.flatMap(known -> known.named(target));
            values(field, described).forEach(value -> names.add(target + " = " + value));
        });
        return names;
    }

    private static List<String> values(DraftField field, Optional<FieldDescription> described) {
        Object value = field.value();
        if (value instanceof UserLink user) {
            return List.of(user.email());
        }
        if (value instanceof Boolean flag) {
            return List.of(flag.toString());
        }
        FieldType type = described.map(FieldDescription::type).orElse(FieldType.TEXT);
        if (type == FieldType.CHOICE) {
            return List.of(value.toString());
        }
        return type == FieldType.CHOICES && value instanceof List<?> items
                ? items.stream().map(Object::toString).toList()
                : List.of();
    }

    /** Returns effects in the order in which they should be taken: one of each group, then another of each. */
    public List<Long> picks() {
        List<Long> picks = new ArrayList<>();
        List<List<Long>> columns = groups.values().stream()
                .map(group -> List.copyOf(group.picks.values()))
                .toList();
        for (int row = 0; row < size; row++) {
            for (List<Long> column : columns) {
                if (row < column.size()) {
                    picks.add(column.get(row));
                }
            }
        }
        return picks;
    }

    public List<Stratum> all() {
        return groups.entrySet().stream()
                .map(group ->
                        new Stratum(group.getKey().mapping(), group.getKey().group(), group.getValue().records))
                .toList();
    }
}
