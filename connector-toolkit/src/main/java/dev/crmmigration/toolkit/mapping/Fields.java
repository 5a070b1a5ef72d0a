package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Collects how the fields of one object at the destination are set from one object of the source. A field is left out
 * if the source has none of the columns that it is made from. Not thread-safe.
 */
public final class Fields {

    private final SourceView source;
    private final String from;
    private final ObjectType to;
    private final List<FieldMapping> mappings = new ArrayList<>();
    private final List<SchemaElement> schema = new ArrayList<>();
    private boolean holdsMoney = true;

    public Fields(SourceView source, String from, String to) {
        this.source = source;
        this.from = from;
        this.to = ObjectType.of(to);
    }

    /** Makes numbers of money in custom fields, for a destination that has no such fields. */
    public Fields withoutMoney() {
        holdsMoney = false;
        return this;
    }

    /** Sets a field. Without columns it is always set. */
    public Fields set(String target, String expression, String... columns) {
        if (hasOneOf(columns)) {
            mappings.add(FieldMapping.set(target, expression));
        }
        return this;
    }

    /** Adds values to a field that several rows fill. */
    public Fields add(String target, String expression) {
        mappings.add(FieldMapping.add(target, expression));
        return this;
    }

    /** Sets a custom field, which is made if the account lacks it. */
    public Fields custom(String label, FieldType type, String expression, String... columns) {
        if (type == FieldType.MONEY && !holdsMoney) {
            return custom(label, FieldType.DECIMAL, "amount(" + expression + ")", columns);
        }
        if (hasOneOf(columns)) {
            schema.add(SchemaElement.field(to, label, type));
            mappings.add(FieldMapping.set(label, expression));
        }
        return this;
    }

    /** Sets a custom pick-list, which is made if the account lacks it; nothing if there would be nothing to pick. */
    public Fields pickList(String label, FieldType type, List<String> options, String expression) {
        if (!options.isEmpty()) {
            schema.add(SchemaElement.pickList(to, label, type, options));
            mappings.add(FieldMapping.set(label, expression));
        }
        return this;
    }

    /**
     * Sets a moment in a custom field that holds date and time if the account has one of that name, else as a day and, in
     * a second field, exactly as text: not every platform lets such fields be made.
     */
    public Fields moment(DestinationView account, String label, String moment, String... columns) {
        if (account.takes(to.name(), label, FieldType.INSTANT)) {
            return custom(label, FieldType.INSTANT, moment, columns);
        }
        return custom(label, FieldType.DATE, "utcDate(" + moment + ")", columns)
                .custom(label + " (exact)", FieldType.TEXT, "iso(" + moment + ")", columns);
    }

    /** Sets a field of the platform that some accounts have with date and time, some as a day, and some not at all. */
    public Fields momentOrDay(DestinationView account, String target, String moment, String day) {
        if (account.takes(to.name(), target, FieldType.INSTANT)) {
            return set(target, moment);
        }
        return account.takes(to.name(), target, FieldType.DATE) ? set(target, day) : this;
    }

    public Fields needs(SchemaElement element) {
        schema.add(element);
        return this;
    }

    public List<FieldMapping> mappings() {
        return List.copyOf(mappings);
    }

    public List<SchemaElement> schema() {
        return List.copyOf(schema);
    }

    public boolean isEmpty() {
        return mappings.isEmpty();
    }

    /** Puts all of them into a part that writes records. */
    public RecordsBuilder into(RecordsBuilder records) {
        schema.forEach(records::needs);
        for (FieldMapping mapping : mappings) {
            String expression = mapping.value().toString();
            if (mapping.adds()) {
                records.add(mapping.target(), expression);
            } else {
                records.set(mapping.target(), expression);
            }
        }
        return records;
    }

    private boolean hasOneOf(String... columns) {
        return columns.length == 0 || Stream.of(columns).anyMatch(column -> source.has(from, column));
    }
}
