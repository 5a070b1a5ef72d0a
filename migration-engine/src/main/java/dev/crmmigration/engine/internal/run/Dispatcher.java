package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.MigrationException;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.delta.Revision;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.RunTurns;
import dev.crmmigration.engine.internal.journal.Turns;
import dev.crmmigration.engine.internal.run.Batches.Batch;
import dev.crmmigration.engine.internal.run.CallWindow.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends everything that is ready and records what becomes of it, until nothing can be sent any more. Intents are durable
 * before the first byte, outcomes and what they release in one transaction; the window is filled again after every round,
 * so that no object waits for another.
 */
public final class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** So many attempts in doubt are worth a scan of their own before the end. */
    private static final int DOUBTS_WORTH_A_SCAN = 50;

    private final RunContext context;
    private final Effects effects;
    private final OutcomeRecorder recorder;
    private final DoubtResolver resolver;
    private final Outage outage;
    private final Turns turns;
    private final Phases phases;
    private Instant pausedUntil = Instant.EPOCH;
    private long doubts;
    private long resolved;
    private @Nullable StepResult end;
    private @Nullable MigrationException fatal;

    /** Makes one that only clears up attempts in doubt. */
    public Dispatcher(RunContext context, RecordReader reader) {
        this(context, reader, Phases.none(context.effects()));
    }

    public Dispatcher(RunContext context, RecordReader reader, Phases phases) {
        this(context, reader, phases, new RunTurns(context.effects(), context.strictObjects()));
    }

    /** Makes one that sends only what has its turn. */
    public Dispatcher(RunContext context, RecordReader reader, Turns turns) {
        this(context, reader, Phases.none(context.effects()), turns);
    }

    private Dispatcher(RunContext context, RecordReader reader, Phases phases, Turns turns) {
        this.phases = phases;
        this.context = context;
        this.effects = context.effects();
        this.recorder = new OutcomeRecorder(
                effects,
                context.journal(),
                context.canon(),
                object -> context.writes().traits(object).changesParents(),
                phases::ended);
        this.resolver = new DoubtResolver(context, reader, recorder);
        this.outage = new Outage(context.clock());
        this.turns = turns;
    }

    /** Returns how many attempts in doubt were cleared up. */
    public long resolved() {
        return resolved;
    }

    /**
     * Runs until nothing can be sent any more, the budget is gone, or somebody wants it to stop.
     *
     * @param width how many calls are made at once
     * @throws FatalConnectorException if the account refuses all calls; everything that happened is recorded
     */
    public StepResult run(int width) {
        resolveOnly();
        phases.begin();
        phases.free().ifPresent(turns::only);
        try (CallWindow window = context.window(width)) {
            while (end == null || window.isBusy()) {
                round(window);
            }
        }
        effects.doubtWhatWasSent();
        if (fatal != null) {
            throw fatal;
        }
        if (end.completion() == Completion.COMPLETE) {
            turns.holdWhatIsBlocked();
            phases.recount();
            phases.settle(true).ifPresent(this::differs);
        }
        return end;
    }

    /** Clears up what an earlier process left behind, and sends nothing. */
    public void resolveOnly() {
        effects.doubtWhatWasSent();
        doubts = effects.count(EffectState.DOUBT);
        resolveDoubts();
    }

    private void round(CallWindow window) {
        if (context.stopRequested().getAsBoolean()) {
            window.stop();
            end = end != null
                    ? end
                    : StepResult.of(Completion.STOPPED, List.of("stopped on request; call run again to go on"));
        }
        List<Batch> batches = List.of();
        List<Answer> answers = window.underWay() > 0 ? window.answers() : List.of();
        if (end == null && doubts < DOUBTS_WORTH_A_SCAN && !phases.needsQuiet()) {
            batches = settleAndPick(answers, window.room());
        } else {
            settle(answers);
        }
        batches.forEach(batch -> window.send(batch.effects(), batch.writes()));
        context.bookkeeping().run();
        if (end == null) {
            phases.settle(window.underWay() == 0).ifPresent(this::differs);
            phases.free().ifPresent(turns::only);
        }
        if (end == null && window.underWay() == 0 && batches.isEmpty()) {
            idle();
        }
    }

    private void differs(String difference) {
        end = StepResult.of(Completion.WAITS, List.of(difference));
    }

    /** Nothing is under way and nothing is ready: clear up doubts, wait for what was put off, or end. */
    private void idle() {
        Instant now = context.clock().instant();
        Optional<Instant> question = effects.nextInDoubt();
        if (question.isPresent() && !question.get().isAfter(now)) {
            resolveDoubts();
            return;
        }
        Optional<Instant> turn = doubts < DOUBTS_WORTH_A_SCAN ? turns.next().map(this::notPaused) : Optional.empty();
        Optional<Instant> next =
                Stream.of(question, turn).flatMap(Optional::stream).min(Instant::compareTo);
        if (next.isEmpty()) {
            end = phases.holdWhatIsBlocked() ? null : StepResult.COMPLETE;
        } else if (next.get().isAfter(now)) {
            sleepUntil(next.get());
        }
    }

    private Instant notPaused(Instant moment) {
        return moment.isAfter(pausedUntil) ? moment : pausedUntil;
    }

    /** A wait that is cut short ends the run: the next round sees why. */
    private void sleepUntil(Instant moment) {
        try {
            context.waiter().sleepUntil(moment);
        } catch (InterruptedException e) {
            log.debug("The wait until {} was cut short", moment);
        }
    }

    private void resolveDoubts() {
        if (doubts == 0) {
            return;
        }
        try {
            resolved += resolver.resolve();
        } catch (InterruptedException e) {
            log.debug("The wait for what is in doubt was cut short");
        }
        doubts = effects.count(EffectState.DOUBT);
    }

    private List<Batch> settleAndPick(List<Answer> answers, int room) {
        List<Batch> batches = new ArrayList<>();
        context.journal().database().transaction(() -> {
            settleAll(answers);
            if (end == null) {
                batches.addAll(pick(room));
            }
        });
        return batches;
    }

    private void settle(List<Answer> answers) {
        context.journal().database().transaction(() -> settleAll(answers));
    }

    private void settleAll(List<Answer> answers) {
        answers.forEach(this::settle);
        recorder.release();
    }

    private List<Batch> pick(int room) {
        Batches batches =
                new Batches(room, type -> context.writes().traits(type).maxCreateBatch());
        Instant now = context.clock().instant();
        if (room > 0 && !now.isBefore(pausedUntil)) {
            for (Effect effect : ready(now, room, batches)) {
                if (batches.take(effect)) {
                    context.writes()
                            .make(effect)
                            .match(
                                    ready -> send(batches, effect, ready),
                                    waits -> hold(effect, waits),
                                    left -> leave(effect, left.revision()));
                }
            }
        }
        return batches.all();
    }

    /** One of them may be given only once, when it is asked for first. */
    private Collection<Effect> ready(Instant now, int room, Batches batches) {
        List<Effect> first = turns.ready(now, room);
        int worth = batches.worthLookingAt(first);
        if (worth <= first.size()) {
            return first;
        }
        Map<Long, Effect> all = new LinkedHashMap<>();
        first.forEach(effect -> all.put(effect.number(), effect));
        turns.ready(now, worth).forEach(effect -> all.putIfAbsent(effect.number(), effect));
        return all.values();
    }

    private boolean send(Batches batches, Effect effect, WriteFactory.Made.Ready ready) {
        recorder.sent(effect, ready.prints(), context.serverClock().instant());
        ready.revision().ifPresent(revision -> decided(effect, revision));
        return batches.add(effect, ready.write());
    }

    private boolean hold(Effect effect, WriteFactory.Made.Waits waits) {
        recorder.held(effect, waits.holds());
        return false;
    }

    private boolean leave(Effect effect, Revision revision) {
        decided(effect, revision);
        recorder.left(effect, revision.after());
        return false;
    }

    private void decided(Effect effect, Revision revision) {
        revision.settled().forEach(field -> context.changes().settled(effect, field));
        revision.decisions().forEach((field, decision) -> context.changes().edited(effect, field, decision));
    }

    private void settle(Answer answer) {
        for (int i = 0; i < answer.effects().size(); i++) {
            Effect effect = answer.effects().get(i);
            if (answer.failure().isPresent()) {
                failed(effect, answer.failure().get());
            } else {
                settle(effect, answer.outcomes().get(i), answer.kept().get(i));
            }
            recorder.over(effect);
        }
    }

    private void failed(Effect effect, RuntimeException failure) {
        if (failure instanceof FatalConnectorException refused) {
            effects.notSent(effect, Instant.EPOCH);
            fatal = refused;
            end = StepResult.of(Completion.STOPPED, List.of(String.valueOf(refused.getMessage())));
        } else {
            doubt(effect, failure.getClass().getSimpleName(), Optional.empty(), Instant.EPOCH);
        }
    }

    private void settle(Effect effect, WriteOutcome outcome, Optional<Kept> kept) {
        outcome.match(
                written -> done(() -> written(effect, written, kept)),
                accepted -> done(() -> doubt(effect, "ACCEPTED", Optional.of(accepted.ticket()), accepted.askAt())),
                rejected -> done(() -> recorder.rejected(effect, rejected.errors())),
                postponed -> done(() -> postponed(effect, postponed)),
                inDoubt -> done(() -> doubt(effect, inDoubt.cause(), Optional.empty(), Instant.EPOCH)));
    }

    private boolean done(Runnable work) {
        work.run();
        return true;
    }

    private void written(Effect effect, WriteOutcome.Written written, Optional<Kept> kept) {
        outage.over();
        recorder.written(effect, written, kept);
    }

    private void doubt(Effect effect, String cause, Optional<String> ticket, Instant askAt) {
        doubts++;
        outage.over();
        recorder.inDoubt(effect, cause, ticket, askAt);
    }

    private void postponed(Effect effect, WriteOutcome.Postponed postponed) {
        Instant notBefore = postponed.notBefore();
        switch (postponed.reason()) {
            case BURST -> outage.over();
            case BLOCKED -> {
                outage.over();
                pausedUntil = notPaused(notBefore);
            }
            case BUDGET -> end = StepResult.parked(notBefore, "the budget of the account is gone for today");
            case OUTAGE -> {
                Duration pause = outage.met();
                Instant later = context.clock().instant().plus(pause);
                notBefore = later.isAfter(notBefore) ? later : notBefore;
                pausedUntil = notPaused(notBefore);
                if (outage.isTooLong()) {
                    end = StepResult.of(
                            Completion.STOPPED,
                            List.of("the destination cannot be reached. Check the network, then call run again"));
                }
            }
        }
        effects.notSent(effect, notBefore);
    }
}
