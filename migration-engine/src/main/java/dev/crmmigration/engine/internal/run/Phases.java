package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.journal.ClosedPhases;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Effects;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the destination as phases of a run: each is closed when the last of its records has an end. If the gate is
 * strict, records have their turn only after the objects that they refer to are closed, and nothing is under way while one
 * is being closed, because its records are read back.
 */
public final class Phases {

    private final Collection<ObjectType> objects;
    private final Effects effects;
    private final ClosedPhases phases;
    private final Closing closing;
    private final boolean strict;
    /** At least so many records of an object have no end; at 0 it is worth counting. */
    private final Map<ObjectType, Long> open = new LinkedHashMap<>();

    private @Nullable Gate gate;

    /** Closes an object: counts, tells, reports. */
    public interface Closing {

        /** Returns what does not agree; empty if all is well. */
        Optional<String> close(ObjectType object);
    }

    /**
     * @param objects in the order of the plan
     * @param strict whether objects wait for those that they refer to
     */
    public Phases(Collection<ObjectType> objects, Effects effects, boolean strict, Closing closing) {
        this.objects = objects;
        this.effects = effects;
        this.phases = new ClosedPhases(effects);
        this.strict = strict;
        this.closing = closing;
    }

    /** Returns none, for what only clears up attempts in doubt. */
    static Phases none(Effects effects) {
        return new Phases(List.of(), effects, false, object -> Optional.empty());
    }

    /** Begins a run: what has records without an end is open again. */
    void begin() {
        for (ObjectType object : objects) {
            long records = phases.open(object);
            open.put(object, records);
            if (records > 0) {
                phases.reopen(object);
            }
        }
        if (strict && gate == null) {
            gate = new Gate(objects, phases.references());
        }
    }

    /** Hears that a record has an end, for now. */
    void ended(Effect effect) {
        open.computeIfPresent(effect.to(), (object, records) -> records - 1);
    }

    /** Tells whether nothing may be sent any more until {@link #settle} has closed something. */
    boolean needsQuiet() {
        return strict && due().isPresent();
    }

    private Optional<ObjectType> due() {
        for (Map.Entry<ObjectType, Long> object : open.entrySet()) {
            if (object.getValue() <= 0) {
                object.setValue(phases.open(object.getKey()));
            }
        }
        return open.entrySet().stream()
                .filter(object -> object.getValue() == 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Closes every object whose records all have an end.
     *
     * @param quiet whether nothing is under way
     * @return what does not agree; empty if all is well
     */
    Optional<String> settle(boolean quiet) {
        Optional<String> difference = Optional.empty();
        Optional<ObjectType> due = strict && !quiet ? Optional.empty() : due();
        while (due.isPresent() && difference.isEmpty()) {
            difference = closing.close(due.get());
            open.remove(due.get());
            due = due();
        }
        return difference;
    }

    /** Returns the objects whose records may be written now; empty if all of them may. */
    Optional<List<String>> free() {
        return Optional.ofNullable(gate)
                .map(known -> known.free(objects, open.keySet()).stream()
                        .map(ObjectType::name)
                        .toList());
    }

    /**
     * Holds what waits for records that will not come, of the objects that may be written, so that those behind them get
     * their turn.
     *
     * @return whether that has brought an object to its end
     */
    boolean holdWhatIsBlocked() {
        if (gate == null) {
            return false;
        }
        gate.free(open.keySet(), open.keySet()).forEach(effects::holdWhatIsBlocked);
        return recount();
    }

    /** Counts again what has no end; tells whether there is something to close. */
    boolean recount() {
        open.replaceAll((object, records) -> 0L);
        return due().isPresent();
    }

    /**
     * Closes what has changed since it was closed, when the records that the source has no more are away.
     *
     * @return what does not agree; empty if all is well
     */
    public Optional<String> closeAgain() {
        begin();
        return settle(true);
    }
}
