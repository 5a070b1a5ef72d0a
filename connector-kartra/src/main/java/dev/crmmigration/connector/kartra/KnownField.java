package dev.crmmigration.connector.kartra;

import java.util.List;

/**
 * A field that Kartra's exports are known to have.
 *
 * @param key the key of the field
 * @param kind how its cells are read
 * @param telling whether a file that has it can be told to be of this object
 * @param names the keys of headers that stand for it, the best first
 */
record KnownField(String key, CellKind kind, boolean telling, List<String> names) {

    KnownField {
        names = List.copyOf(names);
    }

    static KnownField of(CellKind kind, String... names) {
        return new KnownField(names[0], kind, false, List.of(names));
    }

    static KnownField telling(CellKind kind, String... names) {
        return new KnownField(names[0], kind, true, List.of(names));
    }
}
