package dev.crmmigration.connector.kartra;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out how the names in the cells of one column are separated. Kartra's import wants semicolons, its export is said
 * to have commas, and a name may hold either; so the whole column decides, never one cell. Not thread-safe.
 */
final class NameColumn {

    private static final String ANY = ";,|";

    private final String separator;
    private final Set<String> vocabulary;
    private final NameCounts bySemicolon = new NameCounts(NameSplitter.at(";"));
    private final NameCounts byComma = new NameCounts(NameSplitter.at(","));
    private final NameCounts byBar = new NameCounts(NameSplitter.at("|"));
    private final NameCounts byVocabulary;
    private long cells;

    /**
     * @param separator what separates them, or empty text if it is to be found out
     * @param names all names that there are, or none if they are not known
     */
    NameColumn(String separator, List<String> names) {
        this.separator = separator;
        this.vocabulary =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.byVocabulary = new NameCounts(new NameSplitter(separator.isEmpty() ? ANY : separator, vocabulary));
    }

    void see(String cell) {
        cells++;
        ways().forEach(way -> way.see(cell));
        if (!vocabulary.isEmpty()) {
            byVocabulary.see(cell);
        }
    }

    private Stream<NameCounts> ways() {
        return Stream.of(bySemicolon, byComma, byBar);
    }

    /** Returns the way to split every cell of the column. */
    NameSplitter splitter() {
        return chosen().splitter();
    }

    /** Returns all names, in the order in which they occur. */
    List<String> names() {
        return chosen().names();
    }

    /** Returns how many names the vocabulary lacks; none if there is no vocabulary. */
    long unknownNames() {
        return vocabulary.isEmpty()
                ? 0
                : names().stream()
                        .filter(name -> !vocabulary.contains(name.toLowerCase(Locale.ROOT)))
                        .count();
    }

    long cells() {
        return cells;
    }

    /** Tells whether any cell holds several names. */
    boolean hasLists() {
        return chosen().splitsAny();
    }

    private NameCounts chosen() {
        if (!vocabulary.isEmpty()) {
            return ways().filter(way -> isAllowed(way) && way.isWithin(vocabulary))
                    .findFirst()
                    .orElse(byVocabulary);
        }
        if (!separator.isEmpty()) {
            return ways().filter(this::isAllowed).findFirst().orElse(byComma);
        }
        return guessed();
    }

    private boolean isAllowed(NameCounts way) {
        return separator.isEmpty() || separator.equals(way.splitter().separators());
    }

    /** The wrong way finds more names, as it takes every combination for one. */
    private NameCounts guessed() {
        boolean fewerByComma = byComma.splitsAny()
                && byComma.names().size() < bySemicolon.names().size();
        if (bySemicolon.splitsAny() && !fewerByComma) {
            return bySemicolon;
        }
        return byComma.splitsAny() || !byBar.splitsAny() ? byComma : byBar;
    }
}
