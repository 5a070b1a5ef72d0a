package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All rules for sources, by number. */
final class SourceRules {

    static final List<Rule<SourceProbe>> ALL = Stream.of(
                    SourceCatalogRules.all(),
                    SourceRecordRules.all(),
                    SourcePageRules.all(),
                    SourceChangeRules.all(),
                    SourceRowRules.all(),
                    SourceFileRules.all(),
                    SourceSessionRules.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(rule -> Integer.valueOf(rule.id().substring(1))))
            .toList();

    private SourceRules() {}

    /** A rule about records: tried with each object of the catalog. */
    static Rule<SourceProbe> ofObjects(String id, String promise, BiConsumer<SourceProbe, ObjectDescription> check) {
        return ofObjects(id, promise, any -> true, check);
    }

    /** A rule about attachments: tried with each object that has any. */
    static Rule<SourceProbe> ofFiles(String id, String promise, BiConsumer<SourceProbe, ObjectDescription> check) {
        return ofObjects(
                id,
                promise,
                object -> object.fields().stream().anyMatch(field -> field.type() == FieldType.ATTACHMENT),
                check);
    }

    private static Rule<SourceProbe> ofObjects(
            String id,
            String promise,
            Predicate<ObjectDescription> applies,
            BiConsumer<SourceProbe, ObjectDescription> check) {
        return new Rule<>(
                id,
                promise,
                probe -> probe.catalog().objects().stream()
                        .map(ObjectDescription::type)
                        .distinct()
                        .flatMap(type -> probe.catalog().object(type).stream())
                        .filter(applies)
                        .map(object -> new Rule.Case(object.type().name(), () -> check.accept(probe, object)))
                        .toList());
    }
}
