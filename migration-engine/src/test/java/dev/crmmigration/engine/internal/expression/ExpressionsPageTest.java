package dev.crmmigration.engine.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.engine.internal.value.ValueText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about expressions says what is true. */
class ExpressionsPageTest {

    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "docs", "expressions.md");

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)\\(([^`]*)\\)` \\| [^|]+ \\| `([^`]+)` \\| `([^`]+)` \\|$");

    private static final Instant START = Instant.parse("2026-03-01T23:30:15Z");

    private static final CrmRecord RECORD = CrmRecord.builder("contact", "17")
            .put("start", START)
            .put("end", START.plus(Duration.ofMinutes(45)))
            .put("day", LocalDate.of(2026, 3, 1))
            .put("price", new Money(new BigDecimal("9.90"), "EUR"))
            .put("tags", List.of("red", "blue"))
            .build();

    @Test
    void namesEveryFunctionOnce() {
        List<String> named = rows().map(row -> row.group(1)).toList();

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(FunctionRegistry.standard().names());
    }

    static Stream<Arguments> examples() {
        return rows().map(row -> arguments(row.group(1), row.group(3), row.group(4)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesExamplesThatHold(String function, String example, String result) {
        Object value = Evaluations.among().evaluate(example, RECORD);

        assertThat(example).startsWith(function + "(");
        assertThat(value).isNotNull().extracting(ValueText::of).isEqualTo(result);
    }

    static Stream<Arguments> signatures() {
        return rows().map(row -> arguments(row.group(1), row.group(2)));
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void givesAsManyArgumentsAsAFunctionTakes(String function, String arguments) {
        String call = function + "(" + arguments.replace(", ...", "") + ")";

        assertThat(FunctionRegistry.standard().check(Expression.parse(call))).isEmpty();
        assertThat(FunctionRegistry.standard().check(Expression.parse(call.replace(")", ", more, more, more)"))))
                .hasSize(arguments.endsWith("...") ? 0 : 1);
    }

    private static Stream<MatchResult> rows() {
        return ROW.matcher(page()).results();
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
