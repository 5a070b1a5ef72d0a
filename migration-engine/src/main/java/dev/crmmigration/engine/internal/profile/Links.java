package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.internal.linkage.Hash64;
import dev.crmmigration.engine.internal.linkage.KeySpool;
import dev.crmmigration.engine.internal.profile.LinkFields.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds references that lead nowhere: those that the source declares, ids of other objects in fields named for them, and
 * e-mail addresses by which records of other objects name a contact.
 */
final class Links implements AutoCloseable {

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final int MOST_LINKS = 255;
    private static final long HASH = (1L << 31) - 1;
    private static final long NUMBER = (1L << 24) - 1;

    private final KeySpool spool;
    private final List<Counter> counters = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private long number;

    Links(Catalog catalog, Path folder) {
        spool = new KeySpool(folder);
        LinkFields.of(catalog).stream().limit(MOST_LINKS).forEach(link -> {
            counters.add(new Counter(link.object(), link.field(), link.target()));
            if (!targets.contains(link.target())) {
                targets.add(link.target());
            }
        });
    }

    private static final class Counter {
        private final ObjectType object;
        private final String field;
        private final Target target;
        private long filled;
        private long empty;
        private long broken;
        private long mendable;

        private Counter(ObjectType object, String field, Target target) {
            this.object = object;
            this.field = field;
            this.target = target;
        }
    }

    void add(CrmRecord record) {
        for (Target target : targets) {
            if (target.type().equals(record.ref().type())) {
                put(target, target.text(record), -1);
            }
        }
        for (int i = 0; i < counters.size(); i++) {
            if (counters.get(i).object.equals(record.ref().type())) {
                reference(i, record);
            }
        }
    }

    private void reference(int index, CrmRecord record) {
        Counter counter = counters.get(index);
        Object value = record.value(counter.field).orElse("");
        boolean isFilled = false;
        for (String id : counter.target.ids(value)) {
            if (!id.isBlank()) {
                isFilled = true;
                counter.filled++;
                put(counter.target, id, index);
            }
        }
        counter.empty += isFilled ? 0 : 1;
    }

    private void put(Target target, String text, int counter) {
        if (text.isBlank()) {
            return;
        }
        String folded = text.strip().toLowerCase(Locale.ROOT);
        String normal = LEADING_ZEROS.matcher(folded).replaceFirst("");
        // Case is no difference between e-mail addresses, but it is one between ids
        long exact = Hash64.of(target.field().isEmpty() ? text : folded) & HASH;
        long key = Hash64.of(target.space() + normal);
        spool.add(key, counter < 0 ? -1 - exact : (number++ & NUMBER) << 39 | exact << 8 | counter);
    }

    /** Returns the links that any record uses, in the order of the catalog. */
    List<Profile.LinkProfile> counts() {
        spool.forEach((key, values) -> group(values));
        return counters.stream()
                .filter(counter -> counter.filled > 0)
                .map(Links::profile)
                .toList();
    }

    private void group(List<Long> values) {
        Set<Long> there = new HashSet<>();
        for (long value : values) {
            if (value < 0) {
                there.add(-1 - value);
            } else if (!there.contains((value >> 8) & HASH)) {
                Counter counter = counters.get((int) (value & MOST_LINKS));
                counter.broken++;
                counter.mendable += there.isEmpty() ? 0 : 1;
            }
        }
    }

    private static Profile.LinkProfile profile(Counter counter) {
        return new Profile.LinkProfile(
                counter.object.name(),
                counter.field,
                counter.target.type().name(),
                counter.filled,
                counter.empty,
                counter.broken,
                counter.mendable,
                repair(counter));
    }

    private static String repair(Counter counter) {
        if (counter.broken == 0) {
            return "";
        }
        String rest = counter.target.field().isEmpty()
                ? "export the missing " + counter.target.type()
                        + " records as well, or let them go without the reference"
                : "export the missing " + counter.target.type()
                        + " records as well, or let the mapping make one from the address";
        return counter.mendable == 0
                ? rest
                : counter.mendable + " differ in case, spaces or leading zeros only: mend the id; for the others "
                        + rest;
    }

    @Override
    public void close() {
        spool.close();
    }
}
