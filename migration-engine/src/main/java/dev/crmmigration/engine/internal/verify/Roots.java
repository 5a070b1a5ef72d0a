package dev.crmmigration.engine.internal.verify;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Verdicts;
import dev.crmmigration.engine.internal.value.Root;

/** The roots of one object: of what its records should say, and of what they say. Kept page by page with the verdicts. */
final class Roots {

    private final Verdicts verdicts;
    private final ObjectType type;
    private final Root expected;
    private final Root found;

    Roots(Effects effects, ObjectType type) {
        this.verdicts = new Verdicts(effects);
        this.type = type;
        Verdicts.Roots kept = verdicts.roots(type);
        this.expected = Root.parse(kept.expected());
        this.found = Root.parse(kept.found());
    }

    void expected(String name, String hash) {
        expected.add(name, hash);
    }

    void found(String name, String hash) {
        found.add(name, hash);
    }

    /** Keeps them as they are now, with the caller's transaction. */
    void keep() {
        verdicts.roots(type, new Verdicts.Roots(expected.toString(), found.toString()));
    }
}
