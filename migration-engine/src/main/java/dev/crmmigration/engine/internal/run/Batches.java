package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.journal.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The calls of one round: creates of an object share calls as far as the destination takes them, changes go alone. */
final class Batches {

    private final int room;
    private final ToIntFunction<ObjectType> most;
    private final Map<ObjectType, Batch> open = new LinkedHashMap<>();
    private final List<Batch> all = new ArrayList<>();

    /**
     * @param room how many calls there may be
     * @param most how many creates of an object go into one call
     */
    Batches(int room, ToIntFunction<ObjectType> most) {
        this.room = room;
        this.most = most;
    }

    /** A call; one effect for each write, in order. */
    record Batch(List<Effect> effects, List<Write> writes) {}

    /** Returns how many of these effects are worth being looked at, so that no call is sent half empty. */
    int worthLookingAt(List<Effect> effects) {
        int largest = effects.stream().mapToInt(this::most).max().orElse(1);
        return effects.size() < room ? effects.size() : room * largest;
    }

    private int most(Effect effect) {
        return effect.isChange() ? 1 : most.applyAsInt(effect.to());
    }

    /** Tells whether there is a call that an effect can go with. */
    boolean take(Effect effect) {
        return all.size() < room || (!effect.isChange() && open.containsKey(effect.to()));
    }

    boolean add(Effect effect, Write write) {
        Batch batch = open.get(effect.to());
        if (batch == null || effect.isChange()) {
            batch = new Batch(new ArrayList<>(), new ArrayList<>());
            all.add(batch);
        }
        batch.effects().add(effect);
        batch.writes().add(write);
        if (!effect.isChange()) {
            settle(effect.to(), batch);
        }
        return true;
    }

    private void settle(ObjectType type, Batch batch) {
        if (batch.effects().size() < most.applyAsInt(type)) {
            open.put(type, batch);
        } else {
            open.remove(type);
        }
    }

    List<Batch> all() {
        return all;
    }
}
