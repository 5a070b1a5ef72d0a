package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A destination that breaks one rule.
 *
 * @param rule the rule
 * @param what how it breaks it
 * @param by what makes it of the reference destination
 */
record Deviation(String rule, String what, UnaryOperator<Destination> by) {

    static Stream<Deviation> all() {
        return Stream.of(
                        CatalogDeviations.all(),
                        SchemaDeviations.all(),
                        WriteDeviations.all(),
                        RefusalDeviations.all(),
                        TraitDeviations.all(),
                        ReadDeviations.all(),
                        CallDeviations.all(),
                        AccountDeviations.all())
                .flatMap(List::stream);
    }

    @Override
    public String toString() {
        return rule + " " + what;
    }

    static Deviation session(String rule, String what, UnaryOperator<DestinationSession> change) {
        return new Deviation(rule, what, Forwarding.sessions(change));
    }

    /** One writer and one reader for each session, as connectors have. */
    static Deviation writer(String rule, String what, UnaryOperator<RecordWriter> change) {
        return session(rule, what, session -> {
            RecordWriter writer = change.apply(session.writer());
            return new Forwarding.ToSession(session) {
                @Override
                public RecordWriter writer() {
                    return writer;
                }
            };
        });
    }

    static Deviation reader(String rule, String what, UnaryOperator<RecordReader> change) {
        return session(rule, what, session -> {
            RecordReader reader = change.apply(session.reader());
            return new Forwarding.ToSession(session) {
                @Override
                public RecordReader reader() {
                    return reader;
                }
            };
        });
    }

    static Deviation editor(String rule, String what, UnaryOperator<SchemaEditor> change) {
        return session(rule, what, session -> {
            SchemaEditor editor = change.apply(session.schema());
            return new Forwarding.ToSession(session) {
                @Override
                public SchemaEditor schema() {
                    return editor;
                }
            };
        });
    }

    static Deviation catalog(String rule, String what, UnaryOperator<Catalog> change) {
        return session(rule, what, session -> new Forwarding.ToSession(session) {
            @Override
            public Catalog catalog() {
                return change.apply(super.catalog());
            }
        });
    }

    static Deviation object(String rule, String what, ObjectType type, UnaryOperator<ObjectDescription> change) {
        return catalog(
                rule,
                what,
                catalog -> new Catalog(
                        catalog.account(),
                        catalog.objects().stream()
                                .map(object -> object.type().equals(type) ? change.apply(object) : object)
                                .toList(),
                        catalog.users(),
                        catalog.capacities()));
    }

    static Deviation traits(String rule, String what, ObjectType type, UnaryOperator<ObjectTraits> change) {
        return object(
                rule,
                what,
                type,
                object -> new ObjectDescription(type, object.fields(), change.apply(object.traits())));
    }

    static Deviation field(
            String rule, String what, ObjectType type, String key, UnaryOperator<FieldDescription> change) {
        return object(
                rule,
                what,
                type,
                object -> new ObjectDescription(
                        type,
                        object.fields().stream()
                                .map(field -> field.key().equals(key) ? change.apply(field) : field)
                                .toList(),
                        object.traits()));
    }

    /** Sends something else than was asked for. */
    static Deviation sends(String rule, String what, UnaryOperator<Write> change) {
        return writer(
                rule,
                what,
                writer -> batch -> writer.write(batch.stream().map(change).toList()));
    }

    /** Says something else than is true. */
    static Deviation answers(String rule, String what, BiFunction<Write, WriteOutcome, WriteOutcome> change) {
        return writer(rule, what, writer -> batch -> {
            List<WriteOutcome> outcomes = writer.write(batch);
            return Stream.iterate(0, i -> i < outcomes.size(), i -> i + 1)
                    .map(i -> change.apply(batch.get(i), outcomes.get(i)))
                    .toList();
        });
    }

    /** Changes the fields of creates and leaves other writes. */
    static Write created(Write write, Consumer<Map<String, FieldValue>> change) {
        return write.match(
                create -> new Write.Create(create.effect(), create.type(), changed(create.fields(), change)),
                update -> update,
                attach -> attach,
                delete -> delete);
    }

    /** Changes the fields of updates and leaves other writes. */
    static Write updated(Write write, Consumer<Map<String, FieldValue>> change) {
        return write.match(
                create -> create,
                update -> new Write.Update(update.effect(), update.target(), changed(update.fields(), change)),
                attach -> attach,
                delete -> delete);
    }

    private static Map<String, FieldValue> changed(
            Map<String, FieldValue> fields, Consumer<Map<String, FieldValue>> change) {
        Map<String, FieldValue> copy = new LinkedHashMap<>(fields);
        change.accept(copy);
        return copy;
    }
}
