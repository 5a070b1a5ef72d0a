package dev.crmmigration.api.mapping;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a mapping row gives. */
public sealed interface MappingPart {

    /** The object that the part takes records of. */
    ObjectType from();

    /** Which of them it takes. */
    Expression where();

    /** What the destination must have before, in the order in which it is made. */
    default List<SchemaElement> schema() {
        return List.of();
    }

    /** Calls the function of this part's case. A new case adds a parameter, so that every caller must handle it. */
    <R> R match(
            Function<Records, R> records,
            Function<Contribution, R> contribution,
            Function<Resolution, R> resolution,
            Function<Document, R> document,
            Function<Exclusion, R> exclusion);

    /**
     * Writes records.
     *
     * @param part tells several of one mapping apart; {@link EffectId#MAIN} where there is only one
     * @param from the object at the source
     * @param to the object at the destination
     * @param where which records are taken
     * @param derivedBy empty: every record taken gives one record. Otherwise a key: records that give the same key give
     *     one record together, made from the first of them; those that give no key give none
     * @param sameAs records that give the same value here are one and the same: the first is written, the others count
     *     as its duplicates, and references to them lead to it. Empty if that is never so
     * @param orderBy what "first" means and the order in which records are created: expressions, ascending, then the id
     * @param fields the fields that this part sets
     * @param schema what the destination must have before
     */
    record Records(
            String part,
            ObjectType from,
            ObjectType to,
            Expression where,
            Optional<Expression> derivedBy,
            Optional<Expression> sameAs,
            List<Expression> orderBy,
            List<FieldMapping> fields,
            List<SchemaElement> schema)
            implements MappingPart {

        public Records {
            orderBy = List.copyOf(orderBy);
            fields = List.copyOf(fields);
            schema = List.copyOf(schema);
        }

        public static RecordsBuilder from(String object) {
            return new RecordsBuilder(ObjectType.of(object));
        }

        @Override
        public <R> R match(
                Function<Records, R> records,
                Function<Contribution, R> contribution,
                Function<Resolution, R> resolution,
                Function<Document, R> document,
                Function<Exclusion, R> exclusion) {
            return records.apply(this);
        }
    }

    /**
     * Adds fields to the records of another row, which are written once, with all contributions. A source record that is
     * taken here and gives no record of its own counts as folded into the effect that carries it.
     *
     * @param toMapping the row whose records are added to
     * @param toPart the part of that row
     * @param from the object whose records are carried
     * @param where which of them
     * @param key the key of the record of {@code toMapping} that carries this one, over a record of {@code from}
     * @param fields the fields added, over the record that {@code toMapping} makes its record from; {@code related} reaches
     *     the carried ones
     * @param schema what the destination must have before
     */
    record Contribution(
            String toMapping,
            String toPart,
            ObjectType from,
            Expression where,
            Expression key,
            List<FieldMapping> fields,
            List<SchemaElement> schema)
            implements MappingPart {

        public Contribution {
            fields = List.copyOf(fields);
            schema = List.copyOf(schema);
        }

        /** Returns a part that adds fields to what {@code mapping} makes of the same source records. */
        public static Contribution to(
                String mapping, String from, List<FieldMapping> fields, List<SchemaElement> schema) {
            return new Contribution(
                    mapping,
                    EffectId.MAIN,
                    ObjectType.of(from),
                    Expression.always(),
                    Expression.field(Expression.ID),
                    fields,
                    schema);
        }

        /** Returns a part that folds records into those of {@code mapping} with the given key. */
        public static Contribution fold(
                String mapping, String from, String where, String key, List<FieldMapping> fields) {
            return new Contribution(
                    mapping,
                    EffectId.MAIN,
                    ObjectType.of(from),
                    Expression.parse(where),
                    Expression.parse(key),
                    fields,
                    List.of());
        }

        @Override
        public <R> R match(
                Function<Records, R> records,
                Function<Contribution, R> contribution,
                Function<Resolution, R> resolution,
                Function<Document, R> document,
                Function<Exclusion, R> exclusion) {
            return contribution.apply(this);
        }
    }

    /**
     * Says who owns: every record that is written from {@code from} to an object with the user field {@code target} gets
     * the user with the e-mail address that {@code email} gives.
     */
    record Resolution(ObjectType from, Expression where, String target, Expression email) implements MappingPart {

        public static Resolution owner(String from, String target, String email) {
            return new Resolution(ObjectType.of(from), Expression.always(), target, Expression.parse(email));
        }

        @Override
        public <R> R match(
                Function<Records, R> records,
                Function<Contribution, R> contribution,
                Function<Resolution, R> resolution,
                Function<Document, R> document,
                Function<Exclusion, R> exclusion) {
            return resolution.apply(this);
        }
    }

    /**
     * Puts records into a document: a CSV file among the reports of the workspace, with a line for each record. Records that
     * nothing else takes count as documented.
     *
     * @param from the object at the source
     * @param where which records are taken
     * @param name the name of the document and its file: small letters, digits and hyphens
     * @param about what it is and what to do with it, such as which tools read it
     * @param columns what a line holds
     */
    record Document(ObjectType from, Expression where, String name, String about, List<Column> columns)
            implements MappingPart {

        public Document {
            columns = List.copyOf(columns);
        }

        /** A column under its heading; {@code value} is evaluated over each record. */
        public record Column(String heading, Expression value) {

            public static Column of(String heading, String value) {
                return new Column(heading, Expression.parse(value));
            }
        }

        public static Document of(String from, String where, String name, String about, Column... columns) {
            return new Document(ObjectType.of(from), Expression.parse(where), name, about, List.of(columns));
        }

        @Override
        public <R> R match(
                Function<Records, R> records,
                Function<Contribution, R> contribution,
                Function<Resolution, R> resolution,
                Function<Document, R> document,
                Function<Exclusion, R> exclusion) {
            return document.apply(this);
        }
    }

    /** Leaves records out on purpose, for a reason that the plan shows. */
    record Exclusion(ObjectType from, Expression where, String reason) implements MappingPart {

        public static Exclusion of(String from, String where, String reason) {
            return new Exclusion(ObjectType.of(from), Expression.parse(where), reason);
        }

        @Override
        public <R> R match(
                Function<Records, R> records,
                Function<Contribution, R> contribution,
                Function<Resolution, R> resolution,
                Function<Document, R> document,
                Function<Exclusion, R> exclusion) {
            return exclusion.apply(this);
        }
    }
}
