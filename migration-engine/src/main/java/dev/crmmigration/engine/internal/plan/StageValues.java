package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.plan.PlanDocument.MappingEntry;
import dev.crmmigration.engine.internal.plan.PlanDocument.ValueMapEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from the expressions of the rows which values of the source lead to which stage. */
final class StageValues {

    /** More ways than this are not told one by one. */
    private static final int MOST = 2_000;

    private final Map<String, Map<String, String>> maps = new LinkedHashMap<>();
    private final Map<List<String>, Set<String>> found = new LinkedHashMap<>();

    StageValues(List<MappingEntry> mappings, List<ValueMapEntry> valueMaps) {
        valueMaps.forEach(map -> maps.put(map.name(), map.entries()));
        mappings.forEach(mapping -> mapping.parts().forEach(part -> {
            if (part instanceof MappingPart.Records records) {
                look(records.to(), records.fields());
            } else if (part instanceof MappingPart.Contribution contribution) {
                target(mappings, contribution).forEach(to -> look(to, contribution.fields()));
            }
        }));
    }

    private static List<ObjectType> target(List<MappingEntry> mappings, MappingPart.Contribution part) {
        return mappings.stream()
                .filter(mapping -> mapping.name().equals(part.toMapping()))
                .flatMap(mapping -> mapping.parts().stream())
                .filter(other -> other instanceof MappingPart.Records records
                        && records.part().equals(part.toPart()))
                .map(other -> ((MappingPart.Records) other).to())
                .toList();
    }

    private void look(ObjectType to, List<FieldMapping> fields) {
        for (FieldMapping field : fields) {
            for (Way way : ways(field.value())) {
                if (!way.when().isEmpty()) {
                    found.computeIfAbsent(List.of(to.name(), field.target(), way.gives()), key -> new LinkedHashSet<>())
                            .add(way.when());
                }
            }
        }
    }

    /** Returns the values that lead to a stage, which the rows name by its path. */
    List<String> of(ObjectType object, String field, String path) {
        return List.copyOf(found.getOrDefault(List.of(object.name(), field, path), Set.of()));
    }

    /** A text that an expression can give, and when; empty if always. */
    private record Way(String gives, String when) {}

    private List<Way> ways(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return constant.value() instanceof String text ? List.of(new Way(text, "")) : List.of();
        }
        if (expression instanceof Expression.MapValue map) {
            return mapped(map);
        }
        if (expression instanceof Expression.Case cases) {
            return branches(cases);
        }
        if (expression instanceof Expression.Call call && call.function().equals("concat")) {
            return joined(call.arguments());
        }
        if (expression instanceof Expression.Call call && call.function().equals("coalesce")) {
            return call.arguments().stream()
                    .flatMap(argument -> ways(argument).stream())
                    .toList();
        }
        return List.of();
    }

    private List<Way> mapped(Expression.MapValue map) {
        List<Way> ways = new ArrayList<>();
        maps.getOrDefault(map.valueMap(), Map.of()).forEach((value, target) -> {
            if (!(map.value() instanceof Expression.Constant only) || value.equals(only.value())) {
                ways.add(new Way(target, value));
            }
        });
        return ways;
    }

    private List<Way> branches(Expression.Case cases) {
        List<Way> ways = new ArrayList<>();
        for (Expression.When branch : cases.branches()) {
            for (Way way : ways(branch.then())) {
                if (way.when().isEmpty()) {
                    tests(branch.test()).forEach(test -> ways.add(new Way(way.gives(), test)));
                } else {
                    ways.add(way);
                }
            }
        }
        ways(cases.otherwise())
                .forEach(way -> ways.add(way.when().isEmpty() ? new Way(way.gives(), "anything else") : way));
        return ways;
    }

    private List<Way> joined(List<Expression> parts) {
        List<Way> joined = List.of(new Way("", ""));
        for (Expression part : parts) {
            List<Way> longer = new ArrayList<>();
            List<Way> next = ways(part);
            if (joined.size() * next.size() > MOST) {
                return List.of();
            }
            joined.forEach(start -> next.forEach(
                    end -> longer.add(new Way(start.gives() + end.gives(), both(start.when(), end.when())))));
            joined = longer;
        }
        return joined;
    }

    /** Returns a test in words: the values for which it holds, or the test itself. */
    private List<String> tests(Expression test) {
        if (test instanceof Expression.Call call && call.arguments().size() == 2) {
            Expression left = call.arguments().get(0);
            Expression right = call.arguments().get(1);
            if (call.function().equals("eq") && right instanceof Expression.Constant constant) {
                return equal(left, String.valueOf(constant.value()));
            }
            if (call.function().equals("and")) {
                return tests(left).stream()
                        .flatMap(one -> tests(right).stream().map(other -> both(one, other)))
                        .toList();
            }
        }
        if (test instanceof Expression.Call call && call.function().equals("or")) {
            return call.arguments().stream()
                    .flatMap(argument -> tests(argument).stream())
                    .toList();
        }
        return List.of(test.toString());
    }

    private List<String> equal(Expression left, String value) {
        List<String> mapped = left instanceof Expression.MapValue map
                ? mapped(map).stream()
                        .filter(way -> way.gives().equals(value))
                        .map(Way::when)
                        .toList()
                : List.of();
        return mapped.isEmpty() ? List.of(value) : mapped;
    }

    private static String both(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + " and " + other;
    }
}
