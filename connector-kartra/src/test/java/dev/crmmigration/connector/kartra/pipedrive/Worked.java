package dev.crmmigration.connector.kartra.pipedrive;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works expressions out over a handful of records: as much of the language as accounting for them needs. */
final class Worked {

    private final List<CrmRecord> snapshot;
    private final Map<String, ValueMap> maps;

    Worked(List<CrmRecord> snapshot, InventedContext context) {
        this.snapshot = snapshot;
        this.maps = InventedContext.rows().stream()
                .flatMap((ObjectMapping row) -> row.valueMaps(context).stream())
                .collect(Collectors.toMap(ValueMap::name, map -> map));
    }

    boolean holds(Expression expression, CrmRecord record) {
        return Boolean.TRUE.equals(value(expression, record));
    }

    @Nullable
    Object value(Expression expression, CrmRecord record) {
        if (expression instanceof Expression.Field field) {
            return field.path().get(0).equals(Expression.ID)
                    ? record.ref().id()
                    : record.value(field.path().get(0)).orElse(null);
        }
        if (expression instanceof Expression.Constant constant) {
            return constant.value();
        }
        if (expression instanceof Expression.Case cases) {
            Expression taken = cases.branches().stream()
                    .filter(branch -> holds(branch.test(), record))
                    .map(Expression.When::then)
                    .findFirst()
                    .orElse(cases.otherwise());
            return value(taken, record);
        }
        if (expression instanceof Expression.MapValue map) {
            Object value = value(map.value(), record);
            return value == null ? null : mapped(map.valueMap(), (String) value);
        }
        if (expression instanceof Expression.Link link) {
            Object key = value(link.key(), record);
            return key == null ? null : new Link(link.mapping(), key.toString());
        }
        return expression instanceof Expression.Related related
                ? related(related, record)
                : call((Expression.Call) expression, record);
    }

    private String mapped(String map, String value) {
        return Objects.requireNonNull(maps.get(map)).entries().getOrDefault(value.toLowerCase(Locale.ROOT), "");
    }

    private @Nullable Object related(Expression.Related related, CrmRecord record) {
        Object key = value(related.equalTo(), record);
        List<Object> taken = new ArrayList<>();
        snapshot.stream()
                .filter(other -> key != null && other.ref().type().equals(related.object()))
                .filter(other -> Objects.equals(value(related.on(), other), key) && holds(related.where(), other))
                .sorted(Comparator.comparing(other -> related.orderBy().stream()
                        .map(order -> String.valueOf(value(order, other)))
                        .collect(Collectors.joining())))
                .forEach(other -> {
                    Object value = value(related.each(), other);
                    if (value != null) {
                        taken.add(value);
                    }
                });
        return reduced(related.reduce(), taken);
    }

    private static @Nullable Object reduced(String reduce, List<Object> taken) {
        if (reduce.equals("any")) {
            return !taken.isEmpty();
        }
        if (taken.isEmpty()) {
            return null;
        }
        return switch (reduce) {
            case "first" -> taken.get(0);
            case "last" -> taken.get(taken.size() - 1);
            case "sum" -> taken.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
            default -> throw new IllegalArgumentException("no test needs to reduce by " + reduce);
        };
    }

    private @Nullable Object call(Expression.Call call, CrmRecord record) {
        List<@Nullable Object> given = new ArrayList<>();
        call.arguments().forEach(argument -> given.add(value(argument, record)));
        Object first = given.get(0);
        return switch (call.function()) {
            case "and" -> given.stream().allMatch(Boolean.TRUE::equals);
            case "or" -> given.stream().anyMatch(Boolean.TRUE::equals);
            case "not" -> !Boolean.TRUE.equals(first);
            case "eq" -> Objects.equals(first, given.get(1));
            case "in" -> given.subList(1, given.size()).contains(first);
            case "empty" -> first == null || first.equals("");
            case "present" -> first != null && !first.equals("");
            case "coalesce" ->
                given.stream().filter(Objects::nonNull).findFirst().orElse(null);
            case "concat" -> given.stream().map(String::valueOf).collect(Collectors.joining());
            case "normalEmail", "normal" ->
                first == null ? null : first.toString().toLowerCase(Locale.ROOT);
            case "abs" -> first == null ? null : ((BigDecimal) first).abs();
            case "amount" -> first == null ? null : ((Money) first).amount();
            case "currency" -> first == null ? null : ((Money) first).currency();
            case "money" -> first == null ? null : new Money((BigDecimal) first, String.valueOf(given.get(1)));
            default -> throw new IllegalArgumentException("no test needs the function " + call.function());
        };
    }

    /** Returns a record with values by column. */
    static CrmRecord record(String object, String id, Object... columnsAndValues) {
        CrmRecord.Builder record = CrmRecord.builder(object, id);
        List<Object> all = Arrays.asList(columnsAndValues);
        for (int index = 0; index < all.size(); index += 2) {
            record.put((String) all.get(index), all.get(index + 1));
        }
        return record.build();
    }
}
