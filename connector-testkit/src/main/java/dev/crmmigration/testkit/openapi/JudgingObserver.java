package dev.crmmigration.testkit.openapi;

import dev.crmmigration.testkit.simulator.ExchangeObserver;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Judges the exchanges of a simulator: each accepted one, and also refused requests where the client is to be judged. */
public final class JudgingObserver implements ExchangeObserver {

    private static final int SHOWN = 40;

    private final OpenApiJudge judge;
    private final boolean judgesRefused;
    private final Set<String> violations = new ConcurrentSkipListSet<>();
    private final Set<String> accepted = new ConcurrentSkipListSet<>();
    private final AtomicLong judged = new AtomicLong();

    private JudgingObserver(OpenApiJudge judge, boolean judgesRefused) {
        this.judge = judge;
        this.judgesRefused = judgesRefused;
    }

    /** Judges exchanges that were accepted: a client may try out what is refused. */
    public static JudgingObserver ofAccepted(OpenApiJudge judge) {
        return new JudgingObserver(judge, false);
    }

    /** Judges requests that were refused as well: the client is to do nothing that the document does not know. */
    public static JudgingObserver ofAllRequests(OpenApiJudge judge) {
        return new JudgingObserver(judge, true);
    }

    @Override
    public void observed(Request request, Reply reply) {
        Exchange exchange = Exchange.of(request, reply);
        if (exchange.isAccepted()) {
            accepted.add(judge.operation(exchange));
            note(judge.judge(exchange));
        } else if (judgesRefused) {
            judgeRequest(exchange);
        }
    }

    /** Judges a request that no simulator answered. */
    public void judgeRequest(Exchange exchange) {
        note(judge.judgeRequest(exchange));
    }

    private void note(List<Violation> found) {
        judged.incrementAndGet();
        found.forEach(violation -> violations.add(violation.toString()));
    }

    /** Returns the operations of accepted requests, such as {@code POST /api/v2/persons}. */
    public Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    /** Returns how many exchanges were judged. */
    public long judged() {
        return judged.get();
    }

    /**
     * Does nothing if all exchanges so far were as the documents say.
     *
     * @throws AssertionError listing what was not
     */
    public void requireConformity() {
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.size() + " violations of the API's documents:\n"
                    + violations.stream().limit(SHOWN).collect(Collectors.joining("\n")));
        }
    }
}
