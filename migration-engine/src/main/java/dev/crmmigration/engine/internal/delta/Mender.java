package dev.crmmigration.engine.internal.delta;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.mapping.IfEdited;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Prints;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Decides field by field what puts a record right, from three values: what the source said last, what was written, and what
 * the record is now. What was lost is written again; what somebody has edited is dealt with as the plan says.
 */
public final class Mender {

    private final CompiledPlan plan;
    private final Canon canon;
    private final boolean takesEdited;

    /**
     * Makes a mender for one plan and one account.
     *
     * @param takesEdited whether edits are written over, whatever the plan says
     */
    public Mender(CompiledPlan plan, Canon canon, boolean takesEdited) {
        this.plan = plan;
        this.canon = canon;
        this.takesEdited = takesEdited;
    }

    /**
     * What puts a record right.
     *
     * @param patch the fields to write, by key; empty if none
     * @param sent what will have been written of the record then
     * @param fields what is not as we left it, and what is done about it
     */
    public record Mended(Map<String, FieldValue> patch, Prints sent, List<MendedField> fields) {}

    /** A field that is not as we left it. */
    public record MendedField(String label, Cause cause, Action action) {}

    /** What is done about a field. */
    public enum Action {
        /** It is written again. */
        WRITTEN,
        /** The edit stays. */
        KEPT,
        /** The edit stays until somebody decides. */
        FLAGGED,
        /** The platform sets it once and for all. */
        FIXED
    }

    /**
     * Decides about every field that the source has a value of.
     *
     * @param fields what the record should say, by key
     * @param cause tells who has changed a value, by whether it is gone
     */
    public Mended mend(
            ObjectDescription object,
            Effect effect,
            Map<String, FieldValue> fields,
            CrmRecord record,
            Function<Boolean, Cause> cause) {
        Map<String, FieldValue> now = canon.of(object.type(), record.fields());
        Prints wanted = Prints.of(canon.of(object.type(), fields));
        Predicate<FieldDescription> isRight =
                field -> effect.prints().isKept(field.key(), now) || wanted.isKept(field.key(), now);
        Map<String, FieldValue> patch = new LinkedHashMap<>();
        List<MendedField> mended = new ArrayList<>();
        Prints after = effect.prints();
        for (FieldDescription field : object.fields()) {
            if (!fields.containsKey(field.key()) || isRight.test(field)) {
                continue;
            }
            Cause who = cause.apply(!now.containsKey(field.key()));
            Action action = action(effect, field, who);
            mended.add(new MendedField(field.label(), who, action));
            if (action == Action.WRITTEN) {
                patch.put(field.key(), fields.get(field.key()));
                after = after.with(field.key(), wanted, wanted);
            } else if (action == Action.KEPT) {
                // What people have made of it counts from now on as what was kept
                after = after.with(field.key(), wanted, Prints.of(now));
            }
        }
        return new Mended(patch, after, mended);
    }

    private Action action(Effect effect, FieldDescription field, Cause cause) {
        if (field.access() != Access.WRITABLE) {
            return Action.FIXED;
        }
        if (cause == Cause.NOBODY || takesEdited) {
            return Action.WRITTEN;
        }
        IfEdited policy = plan.ifEdited(effect.id().mapping(), effect.id().part(), field);
        return switch (policy) {
            case TAKE -> Action.WRITTEN;
            case KEEP -> Action.KEPT;
            case FLAG -> Action.FLAGGED;
        };
    }
}
