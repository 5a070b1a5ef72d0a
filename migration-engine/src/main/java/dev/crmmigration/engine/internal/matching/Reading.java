package dev.crmmigration.engine.internal.matching;

import java.util.List;
import java.util.Set;

/**
 * What a name or a label says that a field stands for.
 *
 * @param concept the concept of the lexicon, or empty text if it names none
 * @param roles what tells slots of the concept apart, such as billing or mobile
 * @param rest words that say more, which the lexicon does not know in this place
 * @param whole whether nothing is left over
 * @param tokens all words
 */
record Reading(String concept, Set<String> roles, List<String> rest, boolean whole, List<String> tokens) {

    Reading {
        roles = Set.copyOf(roles);
        rest = List.copyOf(rest);
        tokens = List.copyOf(tokens);
    }

    boolean isUnderstood() {
        return !concept.isEmpty();
    }

    String phrase() {
        return String.join(" ", tokens);
    }
}
