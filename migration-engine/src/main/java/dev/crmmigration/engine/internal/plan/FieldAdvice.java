package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.engine.MappingAdvisor;
import dev.crmmigration.engine.MappingAdvisor.Advice;
import dev.crmmigration.engine.MappingAdvisor.AdvisorCase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks an advisor, so often and so long as is allowed; whatever it does, a plan comes of it. */
public final class FieldAdvice implements AutoCloseable {

    private final Optional<MappingAdvisor> advisor;
    private final Duration timeout;
    private final ExecutorService caller;
    private int left;

    /**
     * Prepares for questions.
     *
     * @param mostCases how many questions are asked at most
     * @param timeout how long an answer may take
     */
    public FieldAdvice(Optional<MappingAdvisor> advisor, int mostCases, Duration timeout) {
        this.advisor = advisor;
        this.left = mostCases;
        this.timeout = timeout;
        this.caller = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "mapping-advisor");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What came of a question.
     *
     * @param advice what the advisor said, as far as it is about candidates
     * @param silence why it said nothing, for the plan; empty text if it was not asked
     */
    record Answer(List<Advice> advice, String silence) {
        private static final Answer NOT_ASKED = new Answer(List.of(), "");
    }

    Answer ask(AdvisorCase question) {
        if (advisor.isEmpty()) {
            return Answer.NOT_ASKED;
        }
        if (left == 0) {
            return new Answer(List.of(), "the advisor was not asked: its budget is spent");
        }
        left--;
        Future<List<Advice>> answer = caller.submit(() -> advisor.get().advise(question));
        try {
            return new Answer(
                    answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).stream()
                            .filter(advice -> isAbout(question, advice))
                            .toList(),
                    "");
        } catch (TimeoutException e) {
            answer.cancel(true);
            left = 0;
            return new Answer(List.of(), "the advisor did not answer in time and was not asked again");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Answer(
                    List.of(), "the advisor failed: " + cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer(List.of(), "the advisor was interrupted");
        }
    }

    /** It cannot invent targets. */
    private static boolean isAbout(AdvisorCase question, Advice advice) {
        boolean known = question.candidates().stream()
                .anyMatch(candidate -> candidate.name().equals(advice.candidate()));
        return known || (advice.candidate().isEmpty() && advice.verdict() != MappingAdvisor.Verdict.PREFER);
    }

    @Override
    public void close() {
        caller.shutdownNow();
    }
}
