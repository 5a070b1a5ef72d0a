package dev.crmmigration.engine.internal.run;

import static java.util.Objects.requireNonNull;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.internal.delta.Mender.Mended;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.EventNames;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.journal.Mending;
import dev.crmmigration.engine.internal.journal.Prints;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes again what single records have lost. Only what was lost is written, so that it may be sent twice. */
public final class MendedRecords implements Repeatables.Work {

    private final RunContext context;
    private final Journal journal;
    private final Mending mending;
    private final Map<Long, Mended> mended;
    private final Deque<Effect> open;
    private final Map<Long, String> ends = new TreeMap<>();

    public MendedRecords(RunContext context, Effects effects, List<Effect> records, Map<Long, Mended> mended) {
        this.context = context;
        this.journal = context.journal();
        this.mending = new Mending(effects);
        this.mended = mended;
        this.open = new ArrayDeque<>(records);
    }

    /** Returns what became of the records that have an end, by number: empty text, or why they were refused. */
    public Map<Long, String> ends() {
        return ends;
    }

    @Override
    public List<Effect> next(int most) {
        return open.stream().limit(most).toList();
    }

    @Override
    public int level(Effect effect) {
        return 0;
    }

    @Override
    public Write write(Effect effect) {
        return new Write.Update(
                effect.id(), effect.ref().orElseThrow(), patch(effect).patch());
    }

    private Mended patch(Effect effect) {
        return requireNonNull(mended.get(effect.number()), "what mends the record");
    }

    @Override
    public void underWay(Effect effect) {
        open.remove(effect);
    }

    @Override
    public void done(Effect effect, WriteOutcome.Written written) {
        Optional<CrmRecord> stored = written.stored();
        mending.written(effect, kept(effect, stored), stored.map(context.canon()::image));
        ends.put(effect.number(), "");
        journal.event(
                "repaired",
                Map.of(
                        "effect",
                        EventNames.of(effect.id()),
                        "record",
                        effect.ref().orElseThrow().toString()));
    }

    /** Of what was not written nothing new is known: an edit that stays is still an edit. */
    private Prints kept(Effect effect, Optional<CrmRecord> stored) {
        Prints prints = patch(effect).sent();
        if (stored.isPresent()) {
            Prints found =
                    Prints.of(context.canon().of(effect.to(), stored.get().fields()));
            for (String key : patch(effect).patch().keySet()) {
                prints = prints.with(key, prints, found);
            }
        }
        return prints;
    }

    @Override
    public void again(Effect effect) {
        open.addLast(effect);
    }

    @Override
    public void refused(Effect effect, String why) {
        ends.put(effect.number(), why);
    }

    @Override
    public String step() {
        return "repair";
    }
}
