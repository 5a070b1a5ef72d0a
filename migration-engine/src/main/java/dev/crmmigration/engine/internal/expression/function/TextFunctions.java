package dev.crmmigration.engine.internal.expression.function;

import dev.crmmigration.engine.internal.value.ValueText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Text. Every value but a list has a text, so numbers and dates may stand where text is asked for. */
final class TextFunctions {

    private static final Pattern LINE_END = Pattern.compile("\\R");

    static final List<StandardFunction> ALL = List.of(
            StandardFunction.of("text", 1, TextFunctions::text),
            onText("lower", text -> text.toLowerCase(Locale.ROOT)),
            onText("upper", text -> text.toUpperCase(Locale.ROOT)),
            StandardFunction.of("trim", 1, arguments -> Texts.stripped(arguments.text(0))),
            StandardFunction.from("concat", 1, TextFunctions::concat),
            StandardFunction.from("join", 2, TextFunctions::join),
            StandardFunction.of("replace", 3, TextFunctions::replace),
            StandardFunction.of("normal", 1, TextFunctions::normal),
            StandardFunction.of("split", 2, TextFunctions::split),
            StandardFunction.of("length", 1, TextFunctions::length),
            onText("html", TextFunctions::html),
            StandardFunction.of("truncate", 2, TextFunctions::truncate),
            StandardFunction.of("chunk", 3, TextFunctions::chunk));

    private TextFunctions() {}

    private static StandardFunction onText(String name, UnaryOperator<String> change) {
        return StandardFunction.of(name, 1, arguments -> {
            String text = arguments.text(0);
            return text == null ? null : change.apply(text);
        });
    }

    private static @Nullable Object text(Arguments arguments) {
        Object value = arguments.get(0);
        return value == null ? null : ValueText.of(value);
    }

    private static @Nullable Object concat(Arguments arguments) {
        boolean isNothing =
                IntStream.range(0, arguments.count()).mapToObj(arguments::get).allMatch(Objects::isNull);
        return isNothing
                ? null
                : IntStream.range(0, arguments.count())
                        .mapToObj(arguments::textOrEmpty)
                        .collect(Collectors.joining());
    }

    private static @Nullable Object join(Arguments arguments) {
        String joined = arguments.flat(1).stream()
                .map(ValueText::of)
                .filter(text -> !LogicFunctions.isEmpty(text))
                .collect(Collectors.joining(arguments.textOrEmpty(0)));
        return joined.isEmpty() ? null : joined;
    }

    private static @Nullable Object replace(Arguments arguments) {
        String text = arguments.text(0);
        String replaced = arguments.textOrEmpty(1);
        return text == null || replaced.isEmpty() ? text : text.replace(replaced, arguments.textOrEmpty(2));
    }

    private static @Nullable Object normal(Arguments arguments) {
        String text = arguments.text(0);
        return text == null ? null : Texts.normal(text);
    }

    private static @Nullable Object split(Arguments arguments) {
        String text = arguments.text(0);
        String separator = arguments.textOrEmpty(1);
        if (separator.isEmpty()) {
            throw arguments.problem("the separator must not be empty");
        }
        if (text == null) {
            return null;
        }
        return ListFunctions.orNone(Arrays.stream(text.split(Pattern.quote(separator), -1))
                .map(Texts::strip)
                .filter(piece -> !piece.isEmpty())
                .toList());
    }

    private static Object length(Arguments arguments) {
        String text = arguments.textOrEmpty(0);
        return (long) text.codePointCount(0, text.length());
    }

    private static String html(String text) {
        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        return LINE_END.matcher(escaped).replaceAll("<br>");
    }

    private static @Nullable Object truncate(Arguments arguments) {
        String text = arguments.text(0);
        Long characters = arguments.typed(1, Long.class, "a whole number");
        if (characters == null || characters < 0) {
            throw arguments.problem("argument 2 must be 0 or more");
        }
        return text == null ? null : Texts.truncate(text, characters);
    }

    private static @Nullable Object chunk(Arguments arguments) {
        String text = arguments.text(0);
        int bytes = wholeNumber(arguments, 1, Chunks.LEAST);
        int number = wholeNumber(arguments, 2, 1);
        if (text == null) {
            return null;
        }
        List<String> pieces = Chunks.of(text, bytes);
        return number <= pieces.size() ? pieces.get(number - 1) : null;
    }

    private static int wholeNumber(Arguments arguments, int index, int least) {
        Long number = arguments.typed(index, Long.class, "a whole number");
        if (number == null || number < least || number > Integer.MAX_VALUE) {
            throw arguments.problem("argument " + (index + 1) + " must be " + least + " or more");
        }
        return number.intValue();
    }
}
