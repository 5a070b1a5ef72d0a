package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.time.Instant;
import java.util.Optional;

/**
 * One effect as the journal has it.
 *
 * @param number its number in the journal; lower numbers come first
 * @param id what it is owed for
 * @param to the object at the destination
 * @param origin the record of the snapshot that its draft is made from
 * @param state where it stands
 * @param depth how many records it depends on, one behind the other
 * @param attempts how often it was sent
 * @param sentAt when it was first sent since it was last known not to have happened, by the
 *     destination's clock
 * @param ref the record at the destination, once it is there
 * @param image the hash of the record as the platform returned it
 * @param prints what was last written of the record; of one that was never written there are none
 */
public record Effect(
        long number,
        EffectId id,
        ObjectType to,
        RecordRef origin,
        EffectState state,
        int depth,
        int attempts,
        Optional<Instant> sentAt,
        Optional<RecordRef> ref,
        Optional<String> image,
        Prints prints) {

    /** Tells whether the record is there already, so that what is owed is a change of it. */
    public boolean isChange() {
        return ref.isPresent();
    }
}
