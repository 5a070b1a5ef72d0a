package dev.crmmigration.engine;

import java.util.List;

/**
 * Gives a second opinion on proposals for fields that no row reads, such as that of a language model. It is asked only where
 * a person has to confirm, and decides nothing: it may put another of the given candidates first, warn, or speak against all
 * of them. What it says is kept in the plan beside the engine's own reasons, and the plan is the same kind of plan without it.
 *
 * <p>It is told names, labels, types, options and the shapes of values, never a value. It is called from one thread at a
 * time; a call that takes longer than allowed is interrupted and counts as silence.
 */
public interface MappingAdvisor {

    /**
     * Gives advice on one field.
     *
     * @return in the order of its weight; empty for silence. Advice that names no candidate is dropped
     */
    List<Advice> advise(AdvisorCase question);

    /**
     * A field with its candidates.
     *
     * @param object the object of the source
     * @param name the field's key
     * @param label what people see
     * @param type what kind of value it holds
     * @param options the labels of its pick-list
     * @param shapes what values look like: letters as {@code A} and {@code a}, digits as {@code 9}
     * @param targetObject the object of the destination
     * @param candidates the only fields that may be named, the likeliest first
     */
    record AdvisorCase(
            String object,
            String name,
            String label,
            String type,
            List<String> options,
            List<String> shapes,
            String targetObject,
            List<Candidate> candidates) {

        public AdvisorCase {
            options = List.copyOf(options);
            shapes = List.copyOf(shapes);
            candidates = List.copyOf(candidates);
        }
    }

    /** A field that the one in question could become. */
    record Candidate(String name, double confidence, String reason) {}

    /** What the advisor may do. */
    enum Verdict {
        /** The candidate should be proposed first; a person still has to confirm. */
        PREFER,
        /** There is something to consider. */
        WARN,
        /** None of the candidates fits. */
        UNMAP
    }

    /**
     * A piece of advice.
     *
     * @param candidate the candidate that is meant; empty text if it is about the field as such
     * @param words a sentence for the person who decides
     */
    record Advice(Verdict verdict, String candidate, String words) {}
}
