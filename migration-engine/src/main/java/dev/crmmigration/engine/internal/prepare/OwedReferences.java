package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.mapping.IfMissing;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.References;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Effects.Linked;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import dev.crmmigration.engine.internal.plan.CompiledPlan.RecordRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds by the journal where links lead; a link to a duplicate leads to the effect that carries it. */
public final class OwedReferences implements References {

    private static final int MOST_KNOWN = 20_000;

    private final CompiledPlan plan;
    private final Effects effects;
    private final Map<Link, Linked> known = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Link, Linked> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    public OwedReferences(CompiledPlan plan, Effects effects) {
        this.plan = plan;
        this.effects = effects;
    }

    @Override
    public Target find(Link link) {
        return effect(link).map(OwedReferences::target).orElseGet(Target.Nothing::new);
    }

    /** Returns the references of one effect: one that leads back to itself leads nowhere, for it can never be there before. */
    public References of(Effect effect) {
        return link -> known(link)
                .filter(other -> other.number() != effect.number())
                .map(other -> target(effect, other))
                .orElseGet(Target.Nothing::new);
    }

    /** A record that is there stays the one that a link means; many records refer to few. */
    private Optional<Linked> known(Link link) {
        Linked there = known.get(link);
        if (there != null) {
            return Optional.of(there);
        }
        Optional<Linked> found = effect(link);
        found.filter(to -> to.ref().isPresent()).ifPresent(to -> known.put(link, to));
        return found;
    }

    private Target target(Effect from, Linked to) {
        if (to.ref().isPresent()) {
            return target(to);
        }
        return effects.cut(from, to)
                .<Target>map(how -> how == IfMissing.LATER ? new Target.Later() : new Target.Nothing())
                .orElseGet(() -> target(to));
    }

    private static Target target(Linked effect) {
        return effect.ref().<Target>map(Target.Known::new).orElseGet(() -> new Target.Owed(effect.number()));
    }

    /** Returns the effect that a link leads to, whatever its state. */
    public Optional<Linked> effect(Link link) {
        for (RecordRule rule : plan.rulesOf(link.mapping())) {
            RecordRef source = rule.part().derivedBy().isPresent()
                    ? RecordRef.derived(link.mapping(), link.key())
                    : new RecordRef(rule.from(), link.key());
            Optional<Linked> found = effects.linked(link.mapping(), source);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
