package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What goes wrong with the next bulk job.
 *
 * @param items the positions that fail; empty if every so many do
 * @param every which items fail if no positions are given: each k-th
 */
record JobFault(Kind kind, Set<Integer> items, int every) {

    static final JobFault NONE = new JobFault(Kind.NONE, Set.of(), 0);

    /** The ways in which a job goes wrong. */
    enum Kind {
        /** Nothing goes wrong. */
        NONE("none"),
        /** Some items fail, the others do not. */
        FAIL_SOME("fail-some"),
        /** Nothing is carried out, and the status says so. */
        FAIL_ALL("fail-all"),
        /** Nothing is carried out, and the job stays under way for ever. */
        NEVER_ENDS("never-ends"),
        /** All is carried out, but the status stays under way for ever. */
        NEVER_SAYS("never-says"),
        /** All is carried out, but nobody knows the job. */
        FORGOTTEN("forgotten");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        static Kind of(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no fault of a job '" + key + "'"));
        }
    }

    /** Reads {@code {"next": "fail-some", "items": [0, 4]}} or {@code {"next": "fail-some", "every": 3}}. */
    static JobFault of(JsonNode description) {
        Set<Integer> items = new HashSet<>();
        description.path("items").forEach(item -> items.add(item.asInt()));
        return new JobFault(
                Kind.of(description.path("next").asText()),
                items,
                description.path("every").asInt(2));
    }

    boolean hits(int item) {
        if (kind != Kind.FAIL_SOME) {
            return false;
        }
        return items.isEmpty() ? (item + 1) % every == 0 : items.contains(item);
    }
}
