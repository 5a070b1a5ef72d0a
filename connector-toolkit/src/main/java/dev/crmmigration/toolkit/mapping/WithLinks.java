package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.LinkedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code withLinks(html, words, links)}: a text in which each of these words leads to the record of the same place in the list
 * of links. Words that do not stand in the text are left out, and so are their links.
 */
public final class WithLinks implements MappingFunction {

    /** So that a text that nearly fills its field does not grow beyond it. */
    private static final int MOST = 30;

    @Override
    public String name() {
        return "withLinks";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) {
        Object html = arguments.get(0);
        if (html == null) {
            return null;
        }
        List<?> words = items(arguments.get(1));
        List<?> links = items(arguments.get(2));
        Map<String, Link> known = new LinkedHashMap<>();
        for (int index = 0; index < Math.min(words.size(), links.size()) && known.size() < MOST; index++) {
            String word = words.get(index).toString();
            if (html.toString().contains(word) && links.get(index) instanceof Link link) {
                known.putIfAbsent(word, link);
            }
        }
        return known.isEmpty() ? html : new LinkedText(html.toString(), known);
    }

    private static List<?> items(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }
}
