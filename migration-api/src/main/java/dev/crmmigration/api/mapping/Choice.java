package dev.crmmigration.api.mapping;

import java.util.List;
import java.util.Optional;

/**
 * Something that the customer decides. The plan shows it with its answer; without an answer it is an open question, and
 * nothing runs.
 *
 * @param name unique within the pair of platforms, such as {@code rebills}; a policy of that name in the configuration
 *     answers it
 * @param question a sentence for the customer, with what each answer means
 * @param options the answers that are allowed; empty if any text is
 * @param proposed what counts unless the customer decides otherwise; empty if the customer must decide
 */
public record Choice(String name, String question, List<String> options, Optional<String> proposed) {

    public Choice {
        options = List.copyOf(options);
        if (proposed.isPresent() && !options.isEmpty() && !options.contains(proposed.get())) {
            throw new IllegalArgumentException("choice " + name + " proposes an answer that is not among its options");
        }
    }

    public static Choice of(String name, String question, List<String> options, String proposed) {
        return new Choice(name, question, options, Optional.of(proposed));
    }

    /** Returns a choice that the customer must make. */
    public static Choice open(String name, String question, List<String> options) {
        return new Choice(name, question, options, Optional.empty());
    }
}
