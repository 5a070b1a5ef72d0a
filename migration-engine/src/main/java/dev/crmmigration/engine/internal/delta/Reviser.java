package dev.crmmigration.engine.internal.delta;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.mapping.IfEdited;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Changes.Before;
import dev.crmmigration.engine.internal.journal.Changes.Decision;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Prints;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides field by field what a change of a record comes to, from three values: what the source says now, what was last
 * written, and what the record is at the destination.
 */
public final class Reviser {

    private final CompiledPlan plan;
    private final Canon canon;

    public Reviser(CompiledPlan plan, Canon canon) {
        this.plan = plan;
        this.canon = canon;
    }

    /** Returns what is written of a record that says this. */
    public Prints prints(ObjectDescription object, Map<String, FieldValue> fields) {
        return Prints.of(canon.of(object.type(), fields));
    }

    /** Tells whether a record says something else than what was last written of it. */
    public boolean differs(ObjectDescription object, Effect effect, Map<String, FieldValue> fields) {
        Prints now = prints(object, fields);
        return object.fields().stream().anyMatch(field -> !now.isSameSent(field.key(), effect.prints()));
    }

    /** Returns the labels of the fields of which a record says something else than what was last written. */
    public Set<String> differing(ObjectDescription object, Effect effect, Map<String, FieldValue> fields) {
        Prints now = prints(object, fields);
        return object.fields().stream()
                .filter(field -> !now.isSameSent(field.key(), effect.prints()))
                .map(FieldDescription::label)
                .collect(Collectors.toSet());
    }

    /**
     * Decides about every field.
     *
     * @param fields what the record is to say, by key
     * @param before what the record is at the destination; empty if only we have had it in hand
     */
    public Revision revise(
            ObjectDescription object, Effect effect, Map<String, FieldValue> fields, Optional<Before> before) {
        Sheet sheet = new Sheet(object, effect, fields, before);
        object.fields().forEach(sheet::look);
        return new Revision(sheet.patch, sheet.after, sheet.decisions, sheet.settled);
    }

    /** One record being decided about. */
    private final class Sheet {
        private final Effect effect;
        private final Map<String, FieldValue> fields;
        private final Prints wanted;
        private final Optional<Map<String, FieldValue>> found;
        private final boolean isUnknown;
        private final Map<String, FieldValue> patch = new LinkedHashMap<>();
        private final Map<String, Decision> decisions = new LinkedHashMap<>();
        private final List<String> settled = new ArrayList<>();
        private Prints after;

        private Sheet(
                ObjectDescription object, Effect effect, Map<String, FieldValue> fields, Optional<Before> before) {
            this.effect = effect;
            this.fields = fields;
            this.wanted = prints(object, fields);
            this.found = before.flatMap(Before::found).map(now -> canon.of(object.type(), now));
            this.isUnknown = before.isPresent() && found.isEmpty();
            this.after = effect.prints();
        }

        private void look(FieldDescription field) {
            if (wanted.isSameSent(field.key(), effect.prints())) {
                return;
            }
            if (field.access() != Access.WRITABLE) {
                decisions.put(field.label(), Decision.FIXED);
                after = after.with(field.key(), wanted, effect.prints());
            } else if (isEdited(field)) {
                decide(field);
            } else {
                take(field);
            }
        }

        private boolean isEdited(FieldDescription field) {
            return isUnknown
                    || found.filter(now -> !effect.prints().isKept(field.key(), now))
                            .isPresent();
        }

        private void decide(FieldDescription field) {
            if (found.filter(now -> wanted.isKept(field.key(), now)).isPresent()) {
                leave(field);
                settled.add(field.label());
                return;
            }
            IfEdited policy = plan.ifEdited(effect.id().mapping(), effect.id().part(), field);
            decisions.put(field.label(), Decision.valueOf(policy.name()));
            switch (policy) {
                case TAKE -> take(field);
                case KEEP -> leave(field);
                case FLAG -> {}
            }
        }

        private void take(FieldDescription field) {
            patch.put(field.key(), fields.getOrDefault(field.key(), FieldValue.cleared()));
            after = after.with(field.key(), wanted, wanted);
            settled.add(field.label());
        }

        /** What people have made of it counts from now on as what was kept. */
        private void leave(FieldDescription field) {
            after = after.with(field.key(), wanted, found.map(Prints::of).orElse(effect.prints()));
        }
    }
}
