package dev.crmmigration.engine.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionRegistryTest {

    private static final CrmRecord RECORD = CrmRecord.builder("contact", "17").build();

    @Test
    void callsTheFunctionsOfMappings() {
        FunctionRegistry registry = FunctionRegistry.of(List.of(row("A", new Echo("echo", 3))));

        assertThat(evaluator(registry).evaluate(Expression.parse("echo(\"x\")"), RECORD))
                .isEqualTo("x");
        assertThat(registry.versions()).containsEntry("echo", 3).containsEntry("lower", 1);
        assertThat(registry.names()).contains("echo", "lower").doesNotContain("case", "map");
    }

    @Test
    void givesTheVersionsOfWhatExpressionsCall() {
        FunctionRegistry registry = FunctionRegistry.of(List.of(row("A", new Echo("echo", 3))));
        Expression related =
                Expression.parse("related(sale, on: lower(a), equals: b, where: eq(c, 1), order: echo(d))");

        assertThat(registry.versions(List.of(related, Expression.parse("case(not(a) => trim(b), else => c)"))))
                .isEqualTo(Map.of("lower", 1, "eq", 1, "echo", 3, "not", 1, "trim", 1));
    }

    @Test
    void namesBothOwners_whenTwoFunctionsHaveOneName() {
        ObjectMapping first = row("A", new Echo("echo", 1), new Echo("lower", 1));
        ObjectMapping second = row("B", new Other("echo"));

        assertThatThrownBy(() -> FunctionRegistry.of(List.of(first, second)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        wrong -> assertThat(wrong.problems())
                                .containsExactly(
                                        "function 'lower' is brought by the engine and by mapping 'A'. Rename one of them",
                                        "function 'echo' is brought by mapping 'A' and by mapping 'B'. Rename one of them"));
    }

    @Test
    void takesOneFunctionFromSeveralMappings_unlessItsVersionDiffers() {
        ObjectMapping first = row("A", new Echo("echo", 1));
        ObjectMapping same = row("B", new Echo("echo", 1));
        ObjectMapping newer = row("C", new Echo("echo", 2));

        assertThat(FunctionRegistry.of(List.of(first, same)).versions()).containsEntry("echo", 1);
        assertThatThrownBy(() -> FunctionRegistry.of(List.of(first, newer)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'echo'");
    }

    @Test
    void refusesANameThatNoExpressionCanCall() {
        ObjectMapping row = row("A", new Echo("case", 1), new Echo("Shout", 1), new Echo("a b", 1));

        assertThatThrownBy(() -> FunctionRegistry.of(List.of(row)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        wrong -> assertThat(wrong.problems())
                                .hasSize(3)
                                .allMatch(problem -> problem.startsWith("mapping 'A' brings a function '")));
    }

    @Test
    void holdsTheRecord_whenAFunctionOfAMappingBreaks() {
        MappingFunction broken = new Broken();
        Evaluator evaluator = evaluator(FunctionRegistry.of(List.of(row("A", broken))));

        assertThatThrownBy(() -> evaluator.evaluate(Expression.parse("broken(\"Ann Lee\")"), RECORD))
                .isInstanceOf(MappingFailedException.class)
                .hasMessage("function 'broken' failed with java.lang.IllegalStateException."
                        + " Mend the function, or map the field without it")
                .hasNoCause();
    }

    @Test
    void findsAllThatIsWrongWithAnExpression() {
        Expression.Related unreduced = new Expression.Related(
                ObjectType.of("sale"),
                Expression.parse("lowr(a)"),
                Expression.parse("trim(b, c)"),
                Expression.parse("and()"),
                Expression.parse("e164(d)"),
                "median",
                List.of(Expression.parse("case(nott(e) => 1, else => money(f))")));

        assertThat(FunctionRegistry.standard().check(Expression.call("upper", unreduced)))
                .containsExactlyInAnyOrder(
                        "'median' is no way to reduce values. Use one of any, count, first, last, list, sum",
                        "there is no function 'lowr'. Correct its name, or bring it with a mapping",
                        "function 'trim' takes 1 argument but is given 2",
                        "function 'and' takes at least 1 argument but is given 0",
                        "function 'e164' takes 2 to 3 arguments but is given 1",
                        "there is no function 'nott'. Correct its name, or bring it with a mapping",
                        "function 'money' takes 2 arguments but is given 1");
    }

    @Test
    void findsNothing_whenAnExpressionIsRight() {
        FunctionRegistry registry = FunctionRegistry.of(List.of(row("A", new Echo("echo", 1))));

        assertThat(registry.check(Expression.parse("map(\"x\", join(\" \", echo(), echo(1, 2), link(A, a)))")))
                .isEmpty();
    }

    private static Evaluator evaluator(FunctionRegistry registry) {
        return new Evaluator(registry, (map, value) -> Optional.empty(), (related, key) -> List.of());
    }

    private static ObjectMapping row(String name, MappingFunction... functions) {
        return new Row(name, List.of(functions));
    }

    private record Row(String name, List<MappingFunction> functions) implements ObjectMapping {
        @Override
        public String sourcePlatform() {
            return "one";
        }

        @Override
        public String destinationPlatform() {
            return "other";
        }

        @Override
        public int row() {
            return 1;
        }

        @Override
        public String title() {
            return "A -> B";
        }

        @Override
        public Fidelity fidelity() {
            return Fidelity.ONE_TO_ONE;
        }

        @Override
        public List<MappingPart> define(MappingContext context) {
            return List.of();
        }
    }

    private record Echo(String name, int version) implements MappingFunction {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments) {
            return arguments.get(0);
        }
    }

    private record Other(String name) implements MappingFunction {
        @Override
        public int version() {
            return 1;
        }

        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments) {
            return null;
        }
    }

    private record Broken() implements MappingFunction {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments) {
            throw new IllegalStateException("cannot take " + arguments);
        }
    }
}
