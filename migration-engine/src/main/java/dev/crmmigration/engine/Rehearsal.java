package dev.crmmigration.engine;

import static java.util.Objects.requireNonNull;

import dev.crmmigration.api.connector.Settings;

/**
 * Where a plan is rehearsed: in another account of the destination's platform.
 *
 * @param account the settings of that account
 * @param likeTheReal whether its custom fields, options, pipelines and stages are first made like those of the real account;
 *     for simulators and empty sandboxes
 */
public record Rehearsal(Settings account, boolean likeTheReal) {

    public Rehearsal {
        requireNonNull(account, "account");
    }

    /** Rehearses in an account that is taken as it is, such as a sandbox. */
    public static Rehearsal in(Settings account) {
        return new Rehearsal(account, false);
    }

    /** Rehearses in an empty account, such as a simulated one, that is first made like the real one. */
    public static Rehearsal inALikenessOf(Settings account) {
        return new Rehearsal(account, true);
    }
}
