package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.run.CallWindow.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends writes that may be repeated, level by level: deletions, of which what is away already counts as done, and changes
 * that put a record back. An answer that was lost needs no resolution.
 */
public final class Repeatables {

    private static final Logger log = LoggerFactory.getLogger(Repeatables.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RunContext context;
    private final Work work;
    private final Outage outage;
    private final Map<Long, Integer> attempts = new HashMap<>();
    private int level = Integer.MAX_VALUE;
    private @Nullable StepResult end;
    private @Nullable FatalConnectorException fatal;
    private Instant notBefore = Instant.EPOCH;

    public Repeatables(RunContext context, Work work) {
        this.context = context;
        this.work = work;
        this.outage = new Outage(context.clock());
    }

    /** What is to be sent, and what becomes of it. */
    public interface Work {

        /** Returns what is still to be sent and not under way, of one level only. */
        List<Effect> next(int most);

        /** Returns the level of an effect: those of another one are sent when all of this one have an end. */
        int level(Effect effect);

        Write write(Effect effect);

        void underWay(Effect effect);

        void done(Effect effect, WriteOutcome.Written written);

        /** Says that an effect is to be sent again. */
        void again(Effect effect);

        /** Says that the destination refuses it for good. */
        void refused(Effect effect, String why);

        /** Returns the step to call to go on. */
        String step();
    }

    /**
     * Runs until everything is away, the budget is gone, or somebody wants it to stop.
     *
     * @throws FatalConnectorException if the account refuses all calls
     */
    public StepResult run(int width) {
        try (CallWindow window = context.window(width)) {
            while (end == null || window.isBusy()) {
                round(window, width);
            }
        }
        if (fatal != null) {
            throw fatal;
        }
        return end;
    }

    private void round(CallWindow window, int width) {
        if (context.stopRequested().getAsBoolean()) {
            window.stop();
            end = end != null
                    ? end
                    : StepResult.of(Completion.STOPPED, List.of("stopped on request; call " + work.step() + " again to go on"));
        }
        settle(window);
        if (end != null) {
            return;
        }
        if (context.clock().instant().isBefore(notBefore)) {
            sleep(window);
        } else {
            send(window, 2 * width - window.underWay());
        }
    }

    private void sleep(CallWindow window) {
        if (window.underWay() == 0) {
            try {
                context.waiter().sleepUntil(notBefore);
            } catch (InterruptedException e) {
                log.debug("The wait until {} was cut short", notBefore);
            }
        }
    }

    private void send(CallWindow window, int room) {
        List<Effect> next = room > 0 ? work.next(room) : List.of();
        if (!next.isEmpty() && (work.level(next.get(0)) == level || window.underWay() == 0)) {
            level = work.level(next.get(0));
            send(window, next);
        } else if (next.isEmpty() && window.underWay() == 0) {
            end = StepResult.COMPLETE;
        }
    }

    private void send(CallWindow window, List<Effect> effects) {
        context.journal().database().transaction(() -> effects.forEach(work::underWay));
        for (Effect effect : effects) {
            window.send(List.of(effect), List.of(work.write(effect)));
        }
    }

    private void settle(CallWindow window) {
        if (window.underWay() > 0) {
            List<Answer> answers = window.answers();
            context.journal().database().transaction(() -> answers.forEach(this::settle));
            context.bookkeeping().run();
        }
    }

    private void settle(Answer answer) {
        Effect effect = answer.effects().get(0);
        if (answer.failure().isPresent()) {
            failed(effect, answer.failure().get());
            return;
        }
        answer.outcomes()
                .get(0)
                .match(
                        written -> done(effect, written),
                        accepted -> later(effect, accepted.askAt()),
                        rejected -> left(effect, codes(rejected.errors())),
                        postponed -> postponed(effect, postponed),
                        inDoubt -> unanswered(effect));
    }

    private void failed(Effect effect, RuntimeException failure) {
        if (failure instanceof FatalConnectorException refused) {
            work.again(effect);
            fatal = refused;
            end = StepResult.of(Completion.STOPPED, List.of(String.valueOf(refused.getMessage())));
        } else {
            unanswered(effect);
        }
    }

    private boolean done(Effect effect, WriteOutcome.Written written) {
        outage.over();
        work.done(effect, written);
        return true;
    }

    private boolean left(Effect effect, String why) {
        outage.over();
        work.refused(effect, why);
        return false;
    }

    private static String codes(List<FieldError> errors) {
        return errors.stream().map(FieldError::toString).collect(Collectors.joining(", "));
    }

    /** It may be repeated, but not for ever. */
    private boolean unanswered(Effect effect) {
        outage.over();
        if (attempts.merge(effect.number(), 1, Integer::sum) >= OutcomeRecorder.MOST_ATTEMPTS) {
            return left(effect, "NEVER_ANSWERED");
        }
        return later(effect, context.clock().instant().plus(PAUSE));
    }

    private boolean later(Effect effect, Instant moment) {
        work.again(effect);
        notBefore = moment.isAfter(notBefore) ? moment : notBefore;
        return false;
    }

    private boolean postponed(Effect effect, WriteOutcome.Postponed postponed) {
        switch (postponed.reason()) {
            case BUDGET ->
                end = StepResult.parked(postponed.notBefore(), "the budget of the account is gone for today");
            case BURST, BLOCKED -> outage.over();
            case OUTAGE -> outage();
        }
        return later(effect, postponed.notBefore());
    }

    private void outage() {
        Instant next = context.clock().instant().plus(outage.met());
        notBefore = next.isAfter(notBefore) ? next : notBefore;
        if (outage.isTooLong()) {
            end = StepResult.of(
                    Completion.STOPPED,
                    List.of("the destination cannot be reached. Check the network, then call " + work.step() + " again"));
        }
    }
}
