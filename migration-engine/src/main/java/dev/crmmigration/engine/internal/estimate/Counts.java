package dev.crmmigration.engine.internal.estimate;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.SourceOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many records there are said to be: of objects of the source, in singular or plural, or made by a row. */
final class Counts {

    private final SourceOutline outline;
    private final Map<ObjectType, Long> objects = new TreeMap<>();
    private final Map<String, Long> mappings = new TreeMap<>();

    private Counts(SourceOutline outline) {
        this.outline = outline;
    }

    /** @throws ConfigurationException naming everything that is counted and not known */
    static Counts of(Map<String, Long> given, SourceOutline outline, List<ObjectMapping> rows) {
        Counts counts = new Counts(outline);
        List<String> problems = new ArrayList<>();
        given.forEach((name, count) -> {
            if (count < 0) {
                problems.add("'" + name + "' must be counted from 0");
            } else if (rows.stream().anyMatch(row -> row.name().equals(name))) {
                counts.mappings.put(name, count);
            } else {
                counts.object(name, count, problems);
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigurationException("counts", problems);
        }
        return counts;
    }

    private void object(String name, long count, List<String> problems) {
        Optional<ObjectType> known = outline.objects().isEmpty() ? Optional.of(type(singular(name))) : find(name);
        if (known.isPresent()) {
            objects.merge(known.get(), count, Long::sum);
        } else {
            problems.add("'" + name + "' is not known. Known are "
                    + String.join(
                            ", ",
                            outline.objects().stream()
                                    .map(object -> object.type().name())
                                    .toList())
                    + ", and the names of rows");
        }
    }

    private Optional<ObjectType> find(String name) {
        return outline.named(name).map(ObjectType::of);
    }

    private static ObjectType type(String name) {
        return ObjectType.of(name);
    }

    private static String singular(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("ies")) {
            return name.substring(0, name.length() - 3) + "y";
        }
        return lower.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    /** Returns what the source would hold; objects that nobody counted are not there. */
    Catalog catalog(String platform) {
        List<ObjectDescription> there = outline.objects().isEmpty()
                ? objects.keySet().stream()
                        .map(type -> new ObjectDescription(type, List.of(), ObjectTraits.SOURCE))
                        .toList()
                : outline.objects().stream()
                        .filter(object -> of(object.type()) > 0)
                        .toList();
        return new Catalog(platform + ":estimate", there, List.of());
    }

    long of(ObjectType object) {
        return objects.getOrDefault(object, 0L);
    }

    Optional<Long> ofMapping(String mapping) {
        return Optional.ofNullable(mappings.get(mapping));
    }

    Map<ObjectType, Long> objects() {
        return objects;
    }

    Map<String, Long> byName() {
        Map<String, Long> names = new TreeMap<>();
        objects.forEach((object, count) -> names.put(object.name(), count));
        return names;
    }

    long total() {
        return objects.values().stream().mapToLong(Long::longValue).sum();
    }
}
