package dev.crmmigration.engine.model;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What goes wrong while the writes of one step are sent. Used by one writer at a time. */
final class Faults {

    /** What can go wrong with one write. */
    enum Kind {
        STOPPED,
        KILLED_BEFORE,
        KILLED_AFTER,
        LOST_BEFORE,
        LOST_AFTER,
        BUDGET_GONE
    }

    private final World world;
    private final Map<Integer, Kind> atWrite = new HashMap<>();
    private final Set<String> refused = new TreeSet<>();
    private Instant budgetBack = Instant.EPOCH;
    private int writes;

    Faults(World world) {
        this.world = world;
    }

    static Faults none(World world) {
        return new Faults(world);
    }

    static Faults random(World world, Random random) {
        Faults faults = new Faults(world);
        int most = random.nextInt(4);
        for (int i = 0; i < most; i++) {
            faults.atWrite.put(1 + random.nextInt(12), Kind.values()[random.nextInt(Kind.values().length)]);
        }
        return faults;
    }

    void refuse(String key) {
        refused.add(key);
    }

    Set<String> refused() {
        return refused;
    }

    Optional<WriteOutcome> before(Write write) {
        if (refused.contains(World.key(write.effect()))) {
            return Optional.of(WriteOutcome.Rejected.of(write.effect(), "", "REFUSED", "leave it out"));
        }
        Kind kind = atWrite.get(++writes);
        if (kind == Kind.BUDGET_GONE) {
            budgetBack = world.now().plus(Duration.ofHours(6));
        }
        if (world.now().isBefore(budgetBack)) {
            return Optional.of(new WriteOutcome.Postponed(write.effect(), budgetBack, Reason.BUDGET));
        }
        if (kind == Kind.STOPPED) {
            world.stop();
        } else if (kind == Kind.KILLED_BEFORE) {
            world.kill();
        }
        return kind == Kind.LOST_BEFORE ? lost(write) : Optional.empty();
    }

    Optional<WriteOutcome> after(Write write) {
        if (atWrite.get(writes) == Kind.KILLED_AFTER) {
            world.kill();
        }
        return atWrite.get(writes) == Kind.LOST_AFTER ? lost(write) : Optional.empty();
    }

    private static Optional<WriteOutcome> lost(Write write) {
        return Optional.of(new WriteOutcome.InDoubt(write.effect(), "RESET"));
    }

    @Override
    public String toString() {
        return (atWrite.isEmpty() ? "" : ", faults at write " + atWrite)
                + (refused.isEmpty() ? "" : ", refused " + refused);
    }
}
