package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column that a table may have. Immutable; each method returns another column.
 *
 * @param key the key of the field
 * @param kind how its cells are read
 * @param names the headers by which it is known, by {@link HeaderKey}, the key first
 * @param words for choices: what a word means, by {@link CellColumn#word}; empty if any word will do
 * @param related the key of the column that says the country of a postal code or the currency of an amount, or empty text
 * @param isRequired whether no file is this table without it
 * @param isOrdered whether rows stand in the order of its values
 */
public record Column(
        String key,
        Kind kind,
        List<String> names,
        Map<String, String> words,
        String related,
        boolean isRequired,
        boolean isOrdered) {

    public Column {
        names = List.copyOf(names);
        words = Map.copyOf(words);
    }

    /**
     * Makes a column.
     *
     * @param key the key of the field, which is its header as well
     * @param aliases other headers; case and punctuation do not matter
     */
    public static Column of(Kind kind, String key, String... aliases) {
        List<String> names = new ArrayList<>(List.of(HeaderKey.of(key)));
        for (String alias : aliases) {
            names.add(HeaderKey.of(alias));
        }
        return new Column(key, kind, names, Map.of(), "", false, false);
    }

    /** Makes a column that holds one of a few words; case, blanks, hyphens and underscores do not matter. */
    public static Column choice(String key, String... words) {
        Column column = of(Kind.CHOICE, key);
        for (String word : words) {
            column = column.meaning(word, word);
        }
        return column;
    }

    /** Lets another word stand for one of the choices, such as {@code canceled} for {@code cancelled}. */
    public Column meaning(String word, String meaning) {
        Map<String, String> more = new HashMap<>(words);
        more.put(CellColumn.word(word), meaning);
        return new Column(key, kind, names, more, related, isRequired, isOrdered);
    }

    /** Names the column beside it that says the country of a postal code, or the currency of an amount. */
    public Column related(String other) {
        return new Column(key, kind, names, words, other, isRequired, isOrdered);
    }

    /** Lets no file be this table without this column. */
    public Column required() {
        return new Column(key, kind, names, words, related, true, isOrdered);
    }

    /** Says that exports list rows in the order of this column, as they do by creation: that may tell day from month. */
    public Column ordered() {
        return new Column(key, kind, names, words, related, isRequired, true);
    }
}
