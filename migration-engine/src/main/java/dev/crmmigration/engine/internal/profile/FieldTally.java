package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.engine.Profile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of one field, in memory that does not grow with the records. */
final class FieldTally {

    private static final int MOST_TOP = 10;
    /** So much of the sample must be of one kind, for the field to look like it. */
    private static final double NEARLY_ALL = 0.95;

    private final FieldDescription field;
    private final int place;
    private final Map<Class<?>, long[]> classes = new HashMap<>();
    private final Map<Detector, Long> detected = new EnumMap<>(Detector.class);
    private final DistinctCount distinct = new DistinctCount();
    private final Lengths lengths = new Lengths();
    /** The class of the last value, and its counter: a field has seldom values of several. */
    private Class<?> lastClass = Void.class;

    private long[] lastCount = new long[1];
    private long filled;
    private long sampled;

    /** @param place the place of the field among those of its object, from 0 */
    FieldTally(FieldDescription field, int place) {
        this.field = field;
        this.place = place;
    }

    int place() {
        return place;
    }

    FieldDescription field() {
        return field;
    }

    long filled() {
        return filled;
    }

    DistinctCount distinct() {
        return distinct;
    }

    /**
     * Counts the value of one record.
     *
     * @param isSampled whether the detectors look at it
     */
    void add(Object value, boolean isSampled) {
        filled++;
        Class<?> kind = value instanceof List ? List.class : value.getClass();
        if (kind != lastClass) {
            lastClass = kind;
            lastCount = classes.computeIfAbsent(kind, unused -> new long[1]);
        }
        lastCount[0]++;
        if (value instanceof List<?> items) {
            for (Object item : items) {
                one(item, isSampled);
            }
        } else {
            one(value, isSampled);
        }
    }

    private void one(Object value, boolean isSampled) {
        distinct.add(value);
        if (value instanceof String text) {
            text(text, isSampled);
        } else if (value instanceof ContactPoint point) {
            text(point.value(), isSampled);
        }
    }

    private void text(String text, boolean isSampled) {
        lengths.add(text.length());
        if (isSampled) {
            sampled++;
            Detector.of(text).ifPresent(found -> detected.merge(found, 1L, Long::sum));
        }
    }

    Profile.FieldProfile profile() {
        Map<String, Long> found = new TreeMap<>();
        classes.forEach((kind, count) -> found.put(kind.getSimpleName(), count[0]));
        return new Profile.FieldProfile(
                field.key(), field.label(), field.custom(), field.type().name(), filled, found, values());
    }

    private Profile.FieldValues values() {
        Map<String, Long> counts = new TreeMap<>();
        detected.forEach((detector, count) -> counts.put(word(detector), count));
        Optional<Detector> like = detected.entrySet().stream()
                .filter(entry -> entry.getValue() >= NEARLY_ALL * sampled)
                .map(Map.Entry::getKey)
                .findFirst();
        return new Profile.FieldValues(
                like.map(FieldTally::word).orElse(""),
                like.isPresent() && !like.orElseThrow().fits(field.type()),
                sampled,
                counts,
                distinct.count(),
                distinct.isExact(),
                isPersonal() ? List.of() : distinct.top(MOST_TOP),
                lengths.shortest(),
                lengths.longest(),
                lengths.average());
    }

    /** One address among many values is enough to show none of them; so is that each value is another one. */
    private boolean isPersonal() {
        boolean reachesPeople = detected.keySet().stream().anyMatch(Detector::isPersonal);
        return reachesPeople || distinct.count() * 2 > filled;
    }

    private static String word(Detector detector) {
        return detector.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
