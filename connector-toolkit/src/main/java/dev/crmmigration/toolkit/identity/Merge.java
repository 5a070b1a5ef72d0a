package dev.crmmigration.toolkit.identity;

import dev.crmmigration.toolkit.damage.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows with one e-mail address made one, or not.
 *
 * @param id the id of the row that is left
 * @param fields its values: blanks filled, lists put together, the most restrictive consent
 * @param merged the ids of the others, which stand for it from now on; none if they are different people
 * @param conflicts the fields in which they differ; their names only
 * @param rule {@link Rule#EMAIL_DUP_CASE} if they were merged, {@link Rule#EMAIL_SHARED} if they share an address
 */
public record Merge(String id, Map<String, Object> fields, List<String> merged, List<String> conflicts, Rule rule) {

    /** Says which rows they are; their values are personal data. */
    @Override
    public String toString() {
        return "Merge[" + id + ", " + merged + "]";
    }

    /**
     * Merges rows that have one address: the one changed last is left, then the one with most fields, then the lowest id.
     *
     * @param rows at least one
     * @param firstName the field that tells people apart who share an address
     * @param consents the fields with Booleans that are true only if all are
     */
    public static Merge of(List<Duplicate> rows, String firstName, Set<String> consents) {
        List<Duplicate> ordered = rows.stream()
                .sorted(Comparator.comparing((Duplicate row) -> row.updated().orElse(Instant.MIN))
                        .thenComparing(row -> row.fields().size())
                        .reversed()
                        .thenComparing(Duplicate::id))
                .toList();
        Duplicate survivor = ordered.get(0);
        if (areDifferentPeople(ordered, firstName)) {
            return new Merge(survivor.id(), survivor.fields(), List.of(), List.of(), Rule.EMAIL_SHARED);
        }
        Map<String, Object> fields = new LinkedHashMap<>(survivor.fields());
        List<String> conflicts = new ArrayList<>();
        for (Duplicate other : ordered.subList(1, ordered.size())) {
            other.fields().forEach((field, value) -> add(fields, field, value, consents, conflicts));
        }
        List<String> merged = ordered.stream().skip(1).map(Duplicate::id).toList();
        return new Merge(
                survivor.id(),
                fields,
                merged,
                conflicts.stream().distinct().sorted().toList(),
                Rule.EMAIL_DUP_CASE);
    }

    private static void add(
            Map<String, Object> fields, String field, Object value, Set<String> consents, List<String> conflicts) {
        Object before = fields.putIfAbsent(field, value);
        if (before == null || before.equals(value)) {
            return;
        }
        if (before instanceof List<?> list && value instanceof List<?> more) {
            Set<Object> all = new LinkedHashSet<>(list);
            all.addAll(more);
            fields.put(field, List.copyOf(all));
            return;
        }
        if (consents.contains(field)) {
            fields.put(field, false);
        }
        conflicts.add(field);
    }

    /** Couples and assistants: first names that have nothing in common. */
    private static boolean areDifferentPeople(List<Duplicate> rows, String firstName) {
        List<String> names = rows.stream()
                .map(row -> Optional.ofNullable(row.fields().get(firstName)))
                .flatMap(Optional::stream)
                .map(name -> name.toString().strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        for (String one : names) {
            for (String other : names) {
                if (!one.startsWith(other) && !other.startsWith(one)) {
                    return true;
                }
            }
        }
        return false;
    }
}
