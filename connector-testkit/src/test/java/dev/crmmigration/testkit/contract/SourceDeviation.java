package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A source that breaks one rule.
 *
 * @param rule the rule
 * @param what how it breaks it
 * @param by what makes it of the reference source
 */
record SourceDeviation(String rule, String what, UnaryOperator<Source> by) {

    static Stream<SourceDeviation> all() {
        return Stream.of(
                        SourceCatalogDeviations.all(),
                        SourceRecordDeviations.all(),
                        SourcePageDeviations.all(),
                        SourceFileDeviations.all(),
                        SourceSessionDeviations.all())
                .flatMap(List::stream);
    }

    @Override
    public String toString() {
        return rule + " " + what;
    }

    static SourceDeviation opening(
            String rule, String what, BiFunction<Settings, Function<Settings, SourceSession>, SourceSession> open) {
        return new SourceDeviation(rule, what, whole -> new SourceForwarding.ToSource(whole) {
            @Override
            public SourceSession open(Settings settings, ConnectorContext context) {
                return open.apply(settings, given -> super.open(given, context));
            }
        });
    }

    static SourceDeviation session(String rule, String what, UnaryOperator<SourceSession> change) {
        return opening(rule, what, (settings, open) -> change.apply(open.apply(settings)));
    }

    static SourceDeviation catalog(String rule, String what, UnaryOperator<Catalog> change) {
        return session(rule, what, session -> new SourceForwarding.ToSession(session) {
            @Override
            public Catalog catalog() {
                return change.apply(super.catalog());
            }
        });
    }

    static SourceDeviation field(String rule, String what, String key, UnaryOperator<FieldDescription> change) {
        return catalog(
                rule,
                what,
                catalog -> new Catalog(
                        catalog.account(),
                        catalog.objects().stream()
                                .map(object -> new ObjectDescription(
                                        object.type(),
                                        object.fields().stream()
                                                .map(field -> field.key().equals(key) ? change.apply(field) : field)
                                                .toList(),
                                        object.traits()))
                                .toList(),
                        catalog.users()));
    }

    static SourceDeviation cursor(
            String rule, String what, BiFunction<ReadRequest, RecordCursor, RecordCursor> change) {
        return session(rule, what, session -> new SourceForwarding.ToSession(session) {
            @Override
            public RecordCursor read(ReadRequest request) {
                return change.apply(request, super.read(request));
            }
        });
    }

    static SourceDeviation pages(String rule, String what, UnaryOperator<List<SourceEntry>> change) {
        return cursor(rule, what, (request, cursor) -> new SourceForwarding.ToCursor(cursor) {
            @Override
            public List<SourceEntry> next() {
                return change.apply(super.next());
            }

            /** The other cursor knows nothing of what is changed here. */
            @Override
            public Optional<Present> present() {
                return Optional.empty();
            }
        });
    }

    /** Gives one of the rows of contacts otherwise: the second one, which is repaired and has a photo. */
    static SourceDeviation second(String rule, String what, UnaryOperator<SourceEntry.Read> change) {
        return pages(
                rule,
                what,
                page -> page.stream()
                        .map(entry -> entry.match(
                                read -> isSecond(read) ? change.apply(read) : read,
                                quarantined -> quarantined,
                                deleted -> (SourceEntry) deleted))
                        .toList());
    }

    static boolean isSecond(SourceEntry.Read read) {
        ObjectType type = read.record().ref().type();
        return type.equals(ReferenceContractSource.CONTACT) && read.origin().line() == 2;
    }

    static SourceEntry.Read with(SourceEntry.Read read, CrmRecord record) {
        return new SourceEntry.Read(record, read.origin(), read.version(), read.repairs());
    }

    static SourceEntry.Read with(SourceEntry.Read read, String field, Object value) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(read.record().fields());
        fields.put(field, FieldValue.of(value));
        return with(read, new CrmRecord(read.record().ref(), fields));
    }

    static SourceDeviation content(
            String rule, String what, Function<Function<String, Content>, Function<String, Content>> change) {
        return session(rule, what, session -> {
            Function<String, Content> changed = change.apply(session::open);
            return new SourceForwarding.ToSession(session) {
                @Override
                public Content open(String attachmentId) {
                    return changed.apply(attachmentId);
                }
            };
        });
    }
}
