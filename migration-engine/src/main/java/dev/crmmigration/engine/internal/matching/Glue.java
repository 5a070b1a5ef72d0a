package dev.crmmigration.engine.internal.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes words apart that a platform writes as one, such as {@code mailingpostalcode}. */
final class Glue {

    private static final int SHORTEST_GLUED = 5;
    private static final int SHORTEST_WORD = 2;
    private static final Set<String> SHORT_WORDS = Set.of("no", "of", "id", "by", "at", "is", "to", "on", "do");

    private final Lexicon lexicon;

    Glue(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    boolean knows(String word) {
        return lexicon.knows(word);
    }

    /** Returns the words that a word is made of; itself if it is known, or made of something else. */
    List<String> split(String word) {
        if (word.length() < SHORTEST_GLUED || lexicon.knows(word)) {
            return List.of(word);
        }
        List<String> found = fewest(word);
        return found == null ? List.of(word) : found;
    }

    private boolean isWord(String piece) {
        return piece.length() > SHORTEST_WORD ? lexicon.knows(piece) : SHORT_WORDS.contains(piece);
    }

    /** The way with the fewest words; of those the one with the longest first word. */
    private @Nullable List<String> fewest(String word) {
        int[] words = new int[word.length() + 1];
        int[] next = new int[word.length() + 1];
        for (int from = word.length() - 1; from >= 0; from--) {
            words[from] = Integer.MAX_VALUE;
            for (int to = word.length(); to >= from + SHORTEST_WORD; to--) {
                boolean fits = words[to] < Integer.MAX_VALUE && isWord(word.substring(from, to));
                if (fits && words[to] + 1 < words[from]) {
                    words[from] = words[to] + 1;
                    next[from] = to;
                }
            }
        }
        if (words[0] > 3) {
            return null;
        }
        List<String> found = new ArrayList<>();
        for (int from = 0; from < word.length(); from = next[from]) {
            found.add(word.substring(from, next[from]));
        }
        return List.copyOf(found);
    }
}
