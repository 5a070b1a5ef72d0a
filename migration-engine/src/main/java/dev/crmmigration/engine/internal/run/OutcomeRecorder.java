package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.draft.Hold;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.EventNames;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.journal.Prints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes outcomes durable: the effect, what it releases, and the event, in one transaction with the caller's. */
final class OutcomeRecorder {

    /** The same body that fails so often will fail for ever. */
    static final int MOST_ATTEMPTS = 5;

    private final Effects effects;
    private final Journal journal;
    private final Canon canon;
    private final Predicate<ObjectType> changesParents;
    private final Consumer<Effect> ended;

    /** What is under way, so that it need not be read again; at most as many as the window holds. */
    private final Map<Long, Prints> sending = new HashMap<>();

    /** What has come to be there in the transaction that is under way. */
    private final List<Long> there = new ArrayList<>();

    /**
     * @param changesParents tells whether records of an object change those that they refer to
     * @param ended hears of every effect that has come to an end
     */
    OutcomeRecorder(
            Effects effects,
            Journal journal,
            Canon canon,
            Predicate<ObjectType> changesParents,
            Consumer<Effect> ended) {
        this.ended = ended;
        this.changesParents = changesParents;
        this.effects = effects;
        this.journal = journal;
        this.canon = canon;
    }

    /** Records what is about to be sent; durable before the first byte. */
    void sent(Effect effect, Prints prints, Instant now) {
        effects.sent(effect, prints, now);
        sending.put(effect.number(), prints);
    }

    /** Says that an effect is not under way any more. */
    void over(Effect effect) {
        sending.remove(effect.number());
    }

    /** @param kept what the platform returned of the record */
    void written(Effect effect, WriteOutcome.Written written, Optional<Kept> kept) {
        if (effect.isChange()) {
            changed(effect, kept);
        } else {
            created(effect, written.ref(), kept, "created");
        }
    }

    /** Records what a scan has found out: the record is there. */
    void found(Effect effect, RecordRef ref, Optional<CrmRecord> record) {
        created(effect, ref, record.map(stored -> Kept.of(canon, effect.to(), stored)), "resolved");
        release();
    }

    /** Releases what waited for the records that are there now; to be called before the transaction ends. */
    void release() {
        try {
            effects.release(there);
        } finally {
            there.clear();
        }
    }

    private void created(Effect effect, RecordRef ref, Optional<Kept> kept, String kind) {
        ended.accept(effect);
        there.add(effect.number());
        effects.written(effect, ref, kept.map(Kept::image), prints(effect, kept));
        if (changesParents.test(effect.to())) {
            effects.forgetImagesOfParents(effect);
        }
        journal.event(kind, Map.of("effect", EventNames.of(effect.id()), "record", ref.toString()));
    }

    private void changed(Effect effect, Optional<Kept> kept) {
        ended.accept(effect);
        effects.changed(effect, kept.map(Kept::image), prints(effect, kept));
        if (changesParents.test(effect.to())) {
            effects.forgetImagesOfParents(effect);
        }
        journal.event(
                "updated",
                Map.of(
                        "effect",
                        EventNames.of(effect.id()),
                        "record",
                        effect.ref().orElseThrow().toString()));
    }

    /** What the platform returns of a record is what it has kept of it. */
    private Prints prints(Effect effect, Optional<Kept> kept) {
        Prints known = sending.get(effect.number());
        Prints sent = known == null ? effects.sending(effect) : known;
        return kept.map(record -> sent.keeping(record.found(), effect.prints())).orElse(sent);
    }

    /** Records that nothing is written of a change, for what differs stays as people have made it. */
    void left(Effect effect, Prints prints) {
        ended.accept(effect);
        effects.left(effect, prints);
        journal.event("left", Map.of("effect", EventNames.of(effect.id())));
    }

    void rejected(Effect effect, List<FieldError> errors) {
        String codes = errors.stream().map(FieldError::toString).collect(Collectors.joining(", "));
        String remedies = errors.stream().map(FieldError::remedy).collect(Collectors.joining("; "));
        failed(effect, codes, remedies);
    }

    private void failed(Effect effect, String codes, String detail) {
        ended.accept(effect);
        effects.ended(effect, EffectState.FAILED, codes, detail);
        journal.event("failed", Map.of("effect", EventNames.of(effect.id()), "reason", codes));
    }

    void held(Effect effect, List<Hold> holds) {
        Hold first = holds.get(0);
        ended.accept(effect);
        effects.ended(effect, EffectState.HELD, first.code(), first.detail());
        journal.event("held", Map.of("effect", EventNames.of(effect.id()), "reason", first.code()));
    }

    /** @param askAt when what became of it may be asked at the earliest */
    void inDoubt(Effect effect, String cause, Optional<String> ticket, Instant askAt) {
        effects.inDoubt(effect, cause, ticket, askAt);
        journal.event("in doubt", Map.of("effect", EventNames.of(effect.id()), "cause", cause));
    }

    void undecidable(Effect effect, String reason) {
        ended.accept(effect);
        effects.ended(effect, EffectState.HELD, Effects.UNDECIDED, reason);
        journal.event("held", Map.of("effect", EventNames.of(effect.id()), "reason", Effects.UNDECIDED));
    }

    /** Records that an attempt did not happen; it is sent again unless that has been tried too often. */
    void didNotHappen(Effect effect, Instant notBefore) {
        if (effect.attempts() >= MOST_ATTEMPTS) {
            failed(
                    effect,
                    "NEVER_ANSWERED",
                    "sent " + effect.attempts() + " times, never answered and never stored. Look at the record, or"
                            + " leave it out");
        } else {
            effects.again(effect, notBefore);
        }
    }
}
