package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.IfMissing;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Carries out what was decided about fields that no row reads: fields of records, and what has to be made for them. */
final class FieldRules {

    /** What a new field is of the same type as; everything else becomes text, so that nothing of it is lost. */
    private static final Set<FieldType> KEPT = EnumSet.of(
            FieldType.TEXT,
            FieldType.LONG_TEXT,
            FieldType.INTEGER,
            FieldType.DECIMAL,
            FieldType.DATE,
            FieldType.MONEY,
            FieldType.CHOICE,
            FieldType.CHOICES);

    private static final Set<FieldType> TEXTS =
            EnumSet.of(FieldType.TEXT, FieldType.LONG_TEXT, FieldType.CHOICE, FieldType.USER);

    private FieldRules() {}

    /** Returns the fields that entries add to the records of a part. */
    static List<FieldMapping> of(PlanDocument plan, Catalog account, String row, Records part) {
        List<FieldMapping> fields = new ArrayList<>();
        Map<String, List<Expression>> notes = new TreeMap<>();
        for (FieldEntry entry : plan.fields()) {
            if (!entry.row().equals(row) || !entry.part().equals(part.part())) {
                continue;
            }
            if (entry.is(FieldDecision.NOTE)) {
                notes.computeIfAbsent(entry.target(), target -> new ArrayList<>())
                        .add(line(entry));
            } else if (entry.is(FieldDecision.MAP) || entry.is(FieldDecision.CREATE)) {
                fields.add(set(entry.target(), value(entry, targetType(entry, account, part.to()))));
            }
        }
        notes.forEach((target, lines) -> {
            lines.add(0, Expression.constant("\n"));
            fields.add(set(target, new Expression.Call("join", lines)));
        });
        return fields;
    }

    private static FieldMapping set(String target, Expression value) {
        return new FieldMapping(target, value, IfMissing.HOLD, false);
    }

    /** Nothing at all where the field has no value, so that no empty lines are made. */
    private static Expression line(FieldEntry entry) {
        Expression field = Expression.field(entry.field());
        return new Expression.Case(
                List.of(new Expression.When(
                        Expression.call("present", field),
                        Expression.call("concat", Expression.constant(entry.label() + ": "), text(entry, field)))),
                new Expression.Constant(null));
    }

    private static Expression text(FieldEntry entry, Expression field) {
        return TEXTS.contains(entry.type()) ? field : Expression.call("text", field);
    }

    private static FieldType targetType(FieldEntry entry, Catalog account, ObjectType to) {
        return entry.is(FieldDecision.CREATE)
                ? made(entry.type())
                : account.object(to)
                        .flatMap(object -> object.named(entry.target()))
                        .map(FieldDescription::type)
                        .orElse(entry.type());
    }

    private static FieldType made(FieldType type) {
        return KEPT.contains(type) ? type : type == FieldType.ATTACHMENT ? FieldType.TEXT : FieldType.LONG_TEXT;
    }

    private static Expression value(FieldEntry entry, FieldType target) {
        Expression field = Expression.field(entry.field());
        if (target == FieldType.CHOICE || target == FieldType.CHOICES) {
            return entry.is(FieldDecision.CREATE) ? field : new Expression.MapValue(entry.name(), field);
        }
        if (target == FieldType.TEXT || target == FieldType.LONG_TEXT) {
            return text(entry, field);
        }
        if (target == FieldType.USER) {
            return Expression.call("user", field);
        }
        if (target == FieldType.DATE && entry.type() == FieldType.INSTANT) {
            return Expression.call("utcDate", field);
        }
        return field;
    }

    /** Tells whether a value of one type can be made one of another. */
    static boolean canCarry(FieldType from, FieldType to) {
        return switch (to) {
            case TEXT, LONG_TEXT -> from != FieldType.ATTACHMENT;
            case CHOICE -> from == FieldType.TEXT || from == FieldType.CHOICE || from == FieldType.BOOLEAN;
            case CHOICES -> from == FieldType.TEXT || from == FieldType.CHOICE || from == FieldType.CHOICES;
            case DATE -> from == FieldType.DATE || from == FieldType.INSTANT;
            case USER -> from == FieldType.USER;
            case REFERENCE, PARTICIPANTS, ATTACHMENT -> false;
            default -> from == to;
        };
    }

    /** Tells whether a decision needs a value map. */
    static boolean isMapped(FieldEntry entry, Catalog account, ObjectType to) {
        FieldType target = targetType(entry, account, to);
        return entry.is(FieldDecision.MAP) && (target == FieldType.CHOICE || target == FieldType.CHOICES);
    }

    /** Returns what has to be made for an entry, if anything. */
    static Optional<SchemaElement> schema(FieldEntry entry, Catalog account, ObjectType to) {
        if (entry.is(FieldDecision.CREATE)) {
            FieldType type = made(entry.type());
            boolean pickList = type == FieldType.CHOICE || type == FieldType.CHOICES;
            return Optional.of(
                    pickList
                            ? SchemaElement.pickList(to, entry.target(), type, entry.options())
                            : SchemaElement.field(to, entry.target(), type));
        }
        boolean missing = account.object(to)
                .flatMap(object -> object.named(entry.target()))
                .filter(known -> !known.custom())
                .isEmpty();
        return entry.is(FieldDecision.NOTE) && missing
                ? Optional.of(SchemaElement.field(to, entry.target(), FieldType.LONG_TEXT))
                : Optional.empty();
    }
}
