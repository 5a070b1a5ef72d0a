package dev.crmmigration.connector.nextcrm.app;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an array of texts as PostgreSQL writes it: {@code {VIP,"two words",NULL}}; much faster than by JDBC's arrays. */
final class ArrayText {

    private ArrayText() {}

    /** Returns the texts that are not blank, each once; {@code null} if there are none. */
    static @Nullable List<String> items(@Nullable String array) {
        if (array == null || array.length() <= 2) {
            return null;
        }
        Set<String> items = new LinkedHashSet<>();
        StringBuilder item = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 1; i < array.length(); i++) {
            char letter = array.charAt(i);
            if (letter == '\\') {
                item.append(array.charAt(++i));
            } else if (letter == '"') {
                quoted = !quoted;
                wasQuoted = true;
            } else if (!quoted && (letter == ',' || letter == '}')) {
                add(items, item.toString(), wasQuoted);
                item.setLength(0);
                wasQuoted = false;
            } else {
                item.append(letter);
            }
        }
        return items.isEmpty() ? null : List.copyOf(items);
    }

    /** A text NULL is written in quotes. */
    private static void add(Set<String> items, String item, boolean wasQuoted) {
        if (!item.isBlank() && (wasQuoted || !item.equals("NULL"))) {
            items.add(item.strip());
        }
    }
}
