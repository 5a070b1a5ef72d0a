package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Undoing;
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
 * Takes our records away, those that others refer to last. A delete may be repeated: what is away already counts as
 * done, so an answer that was lost needs no resolution.
 */
public final class Deletions {

    private static final Logger log = LoggerFactory.getLogger(Deletions.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RunContext context;
    private final Undoing undoing;
    private final Outage outage;
    private final Map<Long, Integer> attempts = new HashMap<>();
    private int level = Integer.MAX_VALUE;
    private @Nullable StepResult end;
    private @Nullable FatalConnectorException fatal;
    private Instant notBefore = Instant.EPOCH;

    public Deletions(RunContext context) {
        this.context = context;
        this.undoing = new Undoing(context.effects());
        this.outage = new Outage(context.clock());
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
                    : StepResult.of(Completion.STOPPED, List.of("stopped on request; call rollback again to go on"));
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
        List<Effect> next = room > 0 ? undoing.toUndo(room) : List.of();
        if (!next.isEmpty() && (next.get(0).depth() == level || window.underWay() == 0)) {
            level = next.get(0).depth();
            send(window, next);
        } else if (next.isEmpty() && window.underWay() == 0) {
            end = StepResult.COMPLETE;
        }
    }

    private void send(CallWindow window, List<Effect> effects) {
        context.journal().database().transaction(() -> effects.forEach(effect -> undoing.undone(effect, "SENT")));
        for (Effect effect : effects) {
            Write delete = new Write.Delete(effect.id(), effect.ref().orElseThrow());
            window.send(List.of(effect), List.of(delete));
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
                        written -> gone(effect, written.how()),
                        accepted -> later(effect, accepted.askAt()),
                        rejected -> left(effect, codes(rejected.errors())),
                        postponed -> postponed(effect, postponed),
                        inDoubt -> unanswered(effect));
    }

    private void failed(Effect effect, RuntimeException failure) {
        if (failure instanceof FatalConnectorException refused) {
            undoing.undoAgain(effect);
            fatal = refused;
            end = StepResult.of(Completion.STOPPED, List.of(String.valueOf(refused.getMessage())));
        } else {
            unanswered(effect);
        }
    }

    private boolean gone(Effect effect, WriteOutcome.How how) {
        outage.over();
        String word = how == WriteOutcome.How.ALREADY_GONE ? "ALREADY_GONE" : "DELETED";
        undoing.undone(effect, word);
        context.journal()
                .event(
                        "deleted",
                        Map.of(
                                "effect",
                                effect.id().toString(),
                                "record",
                                effect.ref().map(Object::toString).orElse("")));
        return true;
    }

    private boolean left(Effect effect, String why) {
        outage.over();
        undoing.undone(effect, "LEFT the destination refused to delete it: " + why);
        return false;
    }

    private static String codes(List<FieldError> errors) {
        return errors.stream().map(FieldError::toString).collect(Collectors.joining(", "));
    }

    /** A delete may be repeated, but not for ever. */
    private boolean unanswered(Effect effect) {
        outage.over();
        if (attempts.merge(effect.number(), 1, Integer::sum) >= OutcomeRecorder.MOST_ATTEMPTS) {
            return left(effect, "NEVER_ANSWERED");
        }
        return later(effect, context.clock().instant().plus(PAUSE));
    }

    private boolean later(Effect effect, Instant moment) {
        undoing.undoAgain(effect);
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
                    List.of("the destination cannot be reached. Check the network, then call rollback again"));
        }
    }
}
