package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.engine.internal.expression.function.StandardFunctions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The functions that the expressions of a migration can call: the engine's own and those of its mappings. Immutable. */
public final class FunctionRegistry {

    private static final String ENGINE = "the engine";
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    /** What the language itself gives a meaning. */
    private static final Set<String> WORDS = Set.of("case", "map", "link", "related", "true", "false", "null", "else");

    private final SortedMap<String, Owned> functions;

    private FunctionRegistry(SortedMap<String, Owned> functions) {
        this.functions = functions;
    }

    /** Returns the engine's own functions. */
    public static FunctionRegistry standard() {
        return of(List.of());
    }

    /**
     * Returns the engine's own functions and those of the mappings. Several mappings may bring the same function: one
     * of the same class and version.
     *
     * @throws ConfigurationException if two functions have one name, or a function has a name that cannot be called
     */
    public static FunctionRegistry of(Collection<? extends ObjectMapping> mappings) {
        SortedMap<String, Owned> functions = new TreeMap<>();
        StandardFunctions.all().forEach(function -> functions.put(function.name(), new Owned(ENGINE, function)));
        List<String> problems = new ArrayList<>();
        for (ObjectMapping mapping : mappings) {
            String owner = "mapping '" + mapping.name() + "'";
            mapping.functions().forEach(function -> add(functions, new Owned(owner, function), problems));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException("the functions of the mappings", problems);
        }
        return new FunctionRegistry(functions);
    }

    private static void add(SortedMap<String, Owned> functions, Owned added, List<String> problems) {
        String name = added.function().name();
        if (!NAME.matcher(name).matches() || WORDS.contains(name)) {
            problems.add(added.owner() + " brings a function '" + name
                    + "', which no expression can call. Give it a name in lower camel case that is no word of the"
                    + " language");
            return;
        }
        Owned present = functions.putIfAbsent(name, added);
        if (present != null && !present.isSameAs(added)) {
            problems.add("function '" + name + "' is brought by " + present.owner() + " and by " + added.owner()
                    + ". Rename one of them");
        }
    }

    /** Returns the names of all functions, sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(functions.keySet());
    }

    /** Returns the versions of all functions by name, sorted. */
    public SortedMap<String, Integer> versions() {
        SortedMap<String, Integer> versions = new TreeMap<>();
        functions.forEach((name, owned) -> versions.put(name, owned.function().version()));
        return versions;
    }

    /** Returns the versions of the functions that the expressions call, by name, sorted. */
    public SortedMap<String, Integer> versions(Collection<? extends Expression> expressions) {
        SortedMap<String, Integer> versions = versions();
        versions.keySet().retainAll(ExpressionWalk.functions(expressions));
        return versions;
    }

    /**
     * Returns what is wrong with an expression before it meets a record: unknown functions, wrong numbers of arguments,
     * unknown reducers. Empty if nothing is.
     */
    public List<String> check(Expression expression) {
        ExpressionCheck check = new ExpressionCheck(
                name -> functions.containsKey(name) ? functions.get(name).function() : null);
        return check.problems(expression);
    }

    MappingFunction get(String name) {
        Owned owned = functions.get(name);
        if (owned == null) {
            throw new MappingFailedException(ExpressionCheck.unknownFunction(name));
        }
        return owned.function();
    }

    private record Owned(String owner, MappingFunction function) {

        boolean isSameAs(Owned other) {
            return function.getClass() == other.function.getClass()
                    && function.version() == other.function.version()
                    && !owner.equals(ENGINE);
        }
    }
}
