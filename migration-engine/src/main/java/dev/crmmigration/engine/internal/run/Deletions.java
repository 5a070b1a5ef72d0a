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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes our records away, those that others refer to last. A delete may be repeated: what is away already counts as
 * done, so an answer that was lost needs no resolution.
 */
public final class Deletions {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RunContext context;
    private final Undoing undoing;
    private @Nullable StepResult end;
    private @Nullable FatalConnectorException fatal;
    private Instant notBefore = Instant.EPOCH;

    public Deletions(RunContext context) {
        this.context = context;
        this.undoing = new Undoing(context.effects());
    }

    /**
     * Runs until everything is away, the budget is gone, or somebody wants it to stop.
     *
     * @throws FatalConnectorException if the account refuses all calls
     */
    public StepResult run(int width) throws InterruptedException {
        try (CallWindow window = new CallWindow(context.destination().writer(), width)) {
            int level = Integer.MAX_VALUE;
            while (end == null || window.underWay() > 0) {
                settle(window);
                List<Effect> next = end == null ? next(2 * width - window.underWay()) : List.of();
                if (!next.isEmpty() && (next.get(0).depth() == level || window.underWay() == 0)) {
                    level = next.get(0).depth();
                    send(window, next);
                } else if (next.isEmpty() && window.underWay() == 0 && end == null) {
                    end = StepResult.COMPLETE;
                }
            }
        }
        if (fatal != null) {
            throw fatal;
        }
        return end;
    }

    private List<Effect> next(int room) throws InterruptedException {
        if (context.stopRequested().getAsBoolean()) {
            end = StepResult.of(Completion.STOPPED, List.of("stopped on request; call rollback again to go on"));
            return List.of();
        }
        context.waiter().sleepUntil(notBefore);
        return room > 0 ? undoing.toUndo(room) : List.of();
    }

    private void send(CallWindow window, List<Effect> effects) {
        context.journal().database().transaction(() -> effects.forEach(effect -> undoing.undone(effect, "SENT")));
        for (Effect effect : effects) {
            Write delete = new Write.Delete(effect.id(), effect.ref().orElseThrow());
            window.send(List.of(effect), List.of(delete));
        }
    }

    private void settle(CallWindow window) throws InterruptedException {
        if (window.underWay() > 0) {
            List<Answer> answers = window.answers();
            context.journal().database().transaction(() -> answers.forEach(this::settle));
            context.bookkeeping().run();
        }
    }

    private void settle(Answer answer) {
        Effect effect = answer.effects().get(0);
        if (answer.failure().isPresent()) {
            again(effect);
            if (answer.failure().get() instanceof FatalConnectorException refused) {
                fatal = refused;
                end = StepResult.of(Completion.STOPPED, List.of(String.valueOf(refused.getMessage())));
            }
            return;
        }
        answer.outcomes()
                .get(0)
                .match(
                        written -> gone(effect, written.how()),
                        accepted -> again(effect),
                        rejected -> left(effect, rejected.errors()),
                        postponed -> postponed(effect, postponed),
                        inDoubt -> later(effect));
    }

    private boolean gone(Effect effect, WriteOutcome.How how) {
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

    private boolean left(Effect effect, List<FieldError> errors) {
        String codes = errors.stream().map(FieldError::toString).collect(Collectors.joining(", "));
        undoing.undone(effect, "LEFT the destination refused to delete it: " + codes);
        return false;
    }

    private boolean again(Effect effect) {
        undoing.undoAgain(effect);
        return false;
    }

    private boolean later(Effect effect) {
        notBefore = context.clock().instant().plus(PAUSE);
        return again(effect);
    }

    private boolean postponed(Effect effect, WriteOutcome.Postponed postponed) {
        if (postponed.reason() == WriteOutcome.Reason.BUDGET) {
            end = StepResult.parked(postponed.notBefore(), "the budget of the account is gone for today");
        } else {
            notBefore = postponed.notBefore();
        }
        return again(effect);
    }
}
