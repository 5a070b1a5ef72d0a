package dev.crmmigration.engine.internal.sample;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.engine.SampleReport.FieldDiff;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.expression.Lineage;
import dev.crmmigration.engine.internal.plan.CompiledPlan.RecordRule;
import dev.crmmigration.engine.internal.value.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares a record field by field: what the source says, what the plan makes of it, what the destination returns. */
public final class FieldDiffs {

    private final Catalog account;
    private final Canon canon;

    public FieldDiffs(Catalog account, Canon canon) {
        this.account = account;
        this.canon = canon;
    }

    /**
     * Returns the fields of a record, in the order of the plan; those of which neither side says anything are left out.
     *
     * @param source the record of the source that it is made from
     * @param sent what was written, by key
     * @param found what the destination returns
     */
    public List<FieldDiff> of(
            RecordRule rule,
            ObjectDescription object,
            CrmRecord source,
            Map<String, FieldValue> sent,
            CrmRecord found) {
        List<FieldDiff> diffs = new ArrayList<>();
        Map<String, FieldValue> others = new TreeMap<>(sent);
        byTarget(rule)
                .forEach((target, mappings) -> object.named(target).ifPresent(field -> {
                    Optional<Object> value =
                            Optional.ofNullable(others.remove(field.key())).flatMap(FieldValue::value);
                    Map<String, String> read = read(mappings, source);
                    if (value.isPresent() || (!read.isEmpty() && !readsOthers(mappings))) {
                        diffs.add(diff(object, field, expression(mappings), read, value, found));
                    }
                }));
        others.forEach((key, value) -> object.field(key)
                .filter(field -> value.value().isPresent())
                .ifPresent(field -> diffs.add(diff(object, field, "", Map.of(), value.value(), found))));
        return diffs;
    }

    private static Map<String, List<FieldMapping>> byTarget(RecordRule rule) {
        return rule.fields().stream()
                .collect(Collectors.groupingBy(FieldMapping::target, LinkedHashMap::new, Collectors.toList()));
    }

    /** What is made of other records need not be there, however much the record itself says. */
    private static boolean readsOthers(List<FieldMapping> mappings) {
        return mappings.stream()
                .flatMap(mapping -> Lineage.of(mapping.value()).stream())
                .anyMatch(name -> name.contains("."));
    }

    private static String expression(List<FieldMapping> mappings) {
        return mappings.stream()
                .map(FieldMapping::value)
                .map(Expression::toString)
                .collect(Collectors.joining(" + "));
    }

    private static Map<String, String> read(List<FieldMapping> mappings, CrmRecord source) {
        Map<String, String> read = new LinkedHashMap<>();
        mappings.stream()
                .flatMap(mapping -> Lineage.of(mapping.value()).stream())
                .forEach(name -> source.value(name).ifPresent(value -> read.put(name, ValueText.of(value))));
        return read;
    }

    private FieldDiff diff(
            ObjectDescription object,
            FieldDescription field,
            String expression,
            Map<String, String> read,
            Optional<Object> sent,
            CrmRecord found) {
        Optional<Stored> expected = sent.map(value -> canon.stored(object.type(), field, value));
        Optional<Object> now = found.value(field.key());
        Optional<Object> stored =
                now.map(value -> canon.stored(object.type(), field, value).value());
        Optional<String> loss = expected.flatMap(Stored::loss);
        return new FieldDiff(
                field.label(),
                expression,
                read,
                sent.map(value -> text(field, value)),
                now.map(value -> text(field, value)),
                verdict(expected.map(Stored::value), stored, loss.isPresent()),
                loss.orElse(""));
    }

    private static String verdict(Optional<Object> expected, Optional<Object> stored, boolean isLoss) {
        if (expected.isEmpty()) {
            return "NOTHING_SENT";
        }
        if (Objects.equals(expected, stored)) {
            return isLoss ? "LOSS" : "EQUAL";
        }
        return stored.isEmpty() ? "NOT_STORED" : "DIFFERENT";
    }

    /** A person reads the label of an option and the address of a user, not their keys. */
    private String text(FieldDescription field, Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(item -> text(field, item)).collect(Collectors.joining(", "));
        }
        String text = ValueText.of(value);
        if (field.type() == FieldType.USER) {
            return account.users().stream()
                    .filter(user -> user.key().equals(text))
                    .map(UserDescription::email)
                    .findFirst()
                    .orElse(text);
        }
        return field.options().stream()
                .filter(option -> option.key().equals(text))
                .map(Option::label)
                .findFirst()
                .orElse(text);
    }
}
