package dev.crmmigration.examples.benchmarks.damage;

import dev.crmmigration.toolkit.damage.Rule;
import java.util.Random;

/**
 * A way to damage an export.
 *
 * @param rule the rule that is to find it
 * @param name what is done
 * @param repairable whether the clean table can be had again
 * @param key the column by which rows are found again
 * @param work does it
 */
record Damage(Rule rule, String name, boolean repairable, String key, Work work) {

    /** Damages a table. */
    interface Work {
        Damaged apply(CleanTable clean, Random random);
    }

    static Damage repairable(Rule rule, String name, Work work) {
        return new Damage(rule, name, true, "client_id", work);
    }

    static Damage lasting(Rule rule, String name, Work work) {
        return new Damage(rule, name, false, "client_id", work);
    }

    /** The keys are damaged: rows are found again by their addresses. */
    Damage ofKeys() {
        return new Damage(rule, name, repairable, "email", work);
    }
}
