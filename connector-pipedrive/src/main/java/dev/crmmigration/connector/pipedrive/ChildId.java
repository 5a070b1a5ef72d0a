package dev.crmmigration.connector.pipedrive;

import java.util.List;
import java.util.Optional;

/**
 * The id of a record that is known under its parent only, such as a product of a deal: the parent's id, a hyphen, and what
 * the record is called there.
 *
 * @param parent the id of the parent
 * @param own what tells it from its neighbours
 */
record ChildId(String parent, String own) {

    private static final char SEPARATOR = '-';

    /** Reads an id; empty if it is none of this kind. */
    static Optional<ChildId> parse(String id) {
        int place = id.indexOf(SEPARATOR);
        return place < 1 || place == id.length() - 1
                ? Optional.empty()
                : Optional.of(new ChildId(id.substring(0, place), id.substring(place + 1)));
    }

    /** Returns both ids, in the order in which paths name them. */
    List<String> path() {
        return List.of(parent, own);
    }

    @Override
    public String toString() {
        return parent + SEPARATOR + own;
    }
}
