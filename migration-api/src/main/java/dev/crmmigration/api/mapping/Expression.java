package dev.crmmigration.api.mapping;

import dev.crmmigration.api.record.ObjectType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value is made from a source record: data, not code, so that a plan can show it, a person can edit it and a
 * report can tell where a value came from. Predicates are the same language.
 *
 * <p>An expression prints as one line of text and {@link #parse} reads it back. The functions that {@link Call} may name
 * are those of the engine and those that the mappings bring ({@link MappingFunction}).
 */
public sealed interface Expression {

    /** The field that stands for the record's own id. */
    String ID = "$id";

    /**
     * Reads an expression from text, such as {@code coalesce(company, concat(first_name, " ", last_name))}.
     *
     * @throws ExpressionSyntaxException if it is not one, with the position
     */
    static Expression parse(String text) {
        return new ExpressionParser(text).parse();
    }

    static Expression field(String name) {
        return new Field(List.of(name));
    }

    static Expression constant(Object value) {
        return new Constant(value);
    }

    static Expression call(String function, Expression... arguments) {
        return new Call(function, List.of(arguments));
    }

    /** Returns the expression that holds for every record. */
    static Expression always() {
        return new Constant(true);
    }

    <R> R accept(Visitor<R> visitor);

    /** Returns the expressions that this one is made of, from left to right. */
    default List<Expression> children() {
        return List.of();
    }

    /** One method for every kind of expression. */
    interface Visitor<R> {
        R field(Field expression);

        R constant(Constant expression);

        R call(Call expression);

        R cases(Case expression);

        R mapValue(MapValue expression);

        R link(Link expression);

        R related(Related expression);
    }

    /**
     * The value of a field of the record; no value if the field is absent or cleared. Prints as its name, in backticks
     * if it is not a plain word: {@code `Shoe size`}. {@code $id} is the record's own id.
     *
     * @param path the name of a field; more than one only where a field holds a value with parts
     */
    record Field(List<String> path) implements Expression {
        public Field {
            path = List.copyOf(path);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.field(this);
        }

        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /**
     * A fixed value: text in double quotes, a number, {@code true}, {@code false} or {@code null} for no value.
     *
     * @param value a {@code String}, {@code Long}, {@code BigDecimal} or {@code Boolean}, or {@code null}
     */
    record Constant(@Nullable Object value) implements Expression {
        public Constant {
            if (value instanceof BigDecimal number && number.scale() < 0) {
                value = number.setScale(0);
            } else if (value != null
                    && !(value instanceof String
                            || value instanceof Long
                            || value instanceof Boolean
                            || value instanceof BigDecimal)) {
                throw new IllegalArgumentException(
                        "a constant cannot be a " + value.getClass().getName() + ". Use text, a number or a boolean");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }

        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /** A function of values: {@code lower(email)}. */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }

        @Override
        public List<Expression> children() {
            return arguments;
        }

        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /** The first branch whose test holds: {@code case(eq(type, "sale") => "won", else => "open")}. */
    record Case(List<When> branches, Expression otherwise) implements Expression {
        public Case {
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cases(this);
        }

        @Override
        public List<Expression> children() {
            List<Expression> all = new ArrayList<>();
            for (When branch : branches) {
                all.add(branch.test());
                all.add(branch.then());
            }
            all.add(otherwise);
            return all;
        }

        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /** One branch of a {@link Case}. */
    record When(Expression test, Expression then) {}

    /**
     * What a value map of the plan says for a value: {@code map("transactionType", Transaction_Type)}. A value that the
     * map lacks is an open question at the plan.
     */
    record MapValue(String valueMap, Expression value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mapValue(this);
        }

        @Override
        public List<Expression> children() {
            return List.of(value);
        }

        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /**
     * The record that a mapping makes under a key: {@code link(ContactToPerson, lead_id)}. No value if the key has none.
     */
    record Link(String mapping, Expression key) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.link(this);
        }

        @Override
        public List<Expression> children() {
            return List.of(key);
        }

        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /**
     * Something about other records of the snapshot: {@code related(transaction, on: subscription_id, equals: $id, where:
     * eq(type, "rebill"), each: amount, reduce: sum, order: Date)}.
     *
     * @param object the object of the other records
     * @param on an expression over the other record
     * @param equalTo an expression over this record; another record counts if both give the same text
     * @param where an expression over the other record that must hold as well
     * @param each what is taken from every record that counts, over the other record; no values are left out
     * @param reduce what becomes of them: {@code first}, {@code last}, {@code count}, {@code sum}, {@code list},
     *     {@code any} (whether there is one)
     * @param orderBy expressions over the other record by which they are ordered, then by id
     */
    record Related(
            ObjectType object,
            Expression on,
            Expression equalTo,
            Expression where,
            Expression each,
            String reduce,
            List<Expression> orderBy)
            implements Expression {
        public Related {
            orderBy = List.copyOf(orderBy);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.related(this);
        }

        /** Gives only what is evaluated over this record; the rest speaks of the other one. */
        @Override
        public List<Expression> children() {
            return List.of(equalTo);
        }

        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }
}
