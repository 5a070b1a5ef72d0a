package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.internal.linkage.DuplicateFinder;
import dev.crmmigration.engine.internal.linkage.Hash64;
import dev.crmmigration.engine.internal.linkage.KeySpool;
import dev.crmmigration.engine.internal.linkage.Kind;
import dev.crmmigration.engine.internal.value.ValueText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at each record of one object once. */
final class ObjectScan implements AutoCloseable {

    /** About so many records are looked at by the detectors. */
    private static final long SAMPLE = 10_000;

    private static final String EMAIL = "email";

    private final ObjectDescription object;
    private final List<FieldTally> tallies = new ArrayList<>();
    private final Map<String, FieldTally> byKey = new HashMap<>();
    private final Map<String, TreeMap<String, Long>> owners = new HashMap<>();
    private final Optional<KeySpool> emails;
    private final Optional<DuplicateFinder> finder;
    /** Records whose hash is not above it are in the sample. */
    private final long highest;

    private long records;

    /** @param expected how many records there are */
    ObjectScan(ObjectDescription object, long expected, Path folder) {
        this.object = object;
        for (FieldDescription field : object.fields()) {
            FieldTally tally = new FieldTally(field, tallies.size());
            tallies.add(tally);
            byKey.put(field.key(), tally);
        }
        object.fields().stream()
                .filter(field -> field.type() == FieldType.USER)
                .forEach(field -> owners.put(field.key(), new TreeMap<>()));
        emails = object.field(EMAIL).map(field -> new KeySpool(folder));
        finder = Kind.of(object).map(kind -> new DuplicateFinder(object, kind, expected, folder));
        highest = expected <= SAMPLE ? Long.MAX_VALUE : Long.MAX_VALUE / expected * SAMPLE;
    }

    /** Takes a record to be compared with the others; another thread may call {@link #add} at the same time. */
    void compare(CrmRecord record) {
        finder.ifPresent(it -> it.add(record));
    }

    void add(CrmRecord record) {
        records++;
        boolean isSampled = (Hash64.of(record.ref().id()) >>> 1) <= highest;
        int guess = 0;
        for (Map.Entry<String, FieldValue> field : record.fields().entrySet()) {
            FieldTally tally = tally(field.getKey(), guess);
            if (tally != null) {
                guess = tally.place() + 1;
                if (field.getValue() instanceof FieldValue.Present present) {
                    add(tally, present.content(), isSampled);
                }
            }
        }
        emails.ifPresent(spool -> record.value(EMAIL).ifPresent(value -> spool.add(Hash64.of(folded(value)), records)));
    }

    /** Records have their fields in the order of the catalog more often than not. */
    private @Nullable FieldTally tally(String key, int guess) {
        return guess < tallies.size() && tallies.get(guess).field().key().equals(key)
                ? tallies.get(guess)
                : byKey.get(key);
    }

    private void add(FieldTally tally, Object value, boolean isSampled) {
        tally.add(value, isSampled);
        if (tally.field().type() == FieldType.USER) {
            owner(tally.field(), value);
        }
    }

    private void owner(FieldDescription field, Object value) {
        owners.getOrDefault(field.key(), new TreeMap<>()).merge(folded(value), 1L, Long::sum);
    }

    private static String folded(Object value) {
        return ValueText.of(value).strip().toLowerCase(Locale.ROOT);
    }

    Profile.ObjectProfile profile() {
        long withoutEmail = tallies.stream()
                .filter(tally -> tally.field().key().equals(EMAIL))
                .mapToLong(tally -> records - tally.filled())
                .sum();
        return new Profile.ObjectProfile(
                object.type().name(),
                records,
                withoutEmail,
                sameEmail(),
                tallies.stream().map(FieldTally::profile).toList());
    }

    private long sameEmail() {
        long[] more = new long[1];
        emails.ifPresent(spool -> spool.forEach((key, values) -> more[0] += values.size() - 1));
        return more[0];
    }

    /** Returns what is there more than once; empty if the records are neither people nor companies. */
    Optional<Profile.DuplicateProfile> duplicates() {
        return finder.map(DuplicateFinder::find);
    }

    List<Profile.OwnerCount> owners() {
        return object.fields().stream()
                .filter(field -> field.type() == FieldType.USER)
                .flatMap(field -> owners.getOrDefault(field.key(), new TreeMap<>()).entrySet().stream())
                .map(owner -> new Profile.OwnerCount(object.type().name(), owner.getKey(), owner.getValue()))
                .toList();
    }

    List<Profile.TagProfile> tags() {
        return tallies.stream()
                .flatMap(tally -> Tags.profile(object.type().name(), tally).stream())
                .toList();
    }

    @Override
    public void close() {
        emails.ifPresent(KeySpool::close);
        finder.ifPresent(DuplicateFinder::close);
    }
}
