package dev.crmmigration.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** One rule of a {@link FaultScript}: which requests, how often, what happens. Counts the requests that it matches. */
final class FaultRule {

    private static final Set<String> MEMBERS = new TreeSet<>(Set.of(
            "method",
            "path",
            "nth",
            "every",
            "probability",
            "count",
            "action",
            "status",
            "body",
            "delayMillis",
            "field"));

    private final @Nullable String method;
    private final @Nullable Pattern path;
    private final long nth;
    private final long every;
    private final double probability;
    private final long count;
    private final Fault fault;
    private final Random random;

    private long matched;
    private long fired;

    private FaultRule(JsonNode rule, FaultAction action, @Nullable Pattern path, Random random) {
        this.method = rule.path("method").textValue();
        this.path = path;
        this.nth = rule.path("nth").asLong(0);
        this.every = rule.path("every").asLong(0);
        this.probability = rule.path("probability").asDouble(1);
        this.count = rule.path("count").asLong(Long.MAX_VALUE);
        this.fault = new Fault(
                action,
                rule.path("status").asInt(503),
                rule.get("body"),
                Duration.ofMillis(rule.path("delayMillis").asLong(50)),
                rule.path("field").asText(""));
        this.random = random;
    }

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException if it has an unknown member or action
     */
    static FaultRule parse(JsonNode rule, long seed) {
        rule.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw new IllegalArgumentException("a fault rule has no '" + member + "'; it knows " + MEMBERS);
            }
        });
        String key = rule.path("action").asText("");
        FaultAction action = FaultAction.of(key)
                .orElseThrow(() -> new IllegalArgumentException("there is no fault action '" + key + "'"));
        if (action == FaultAction.IGNORE_FIELD && rule.path("field").asText("").isEmpty()) {
            throw new IllegalArgumentException("the fault action ignore-field needs a 'field'");
        }
        if (action == FaultAction.EDIT && !rule.path("body").isObject()) {
            throw new IllegalArgumentException("the fault action edit needs a 'body' with the edit");
        }
        return new FaultRule(rule, action, pattern(rule.path("path").textValue()), new Random(seed));
    }

    private static @Nullable Pattern pattern(@Nullable String path) {
        try {
            return path == null ? null : Pattern.compile(path);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the path of a fault rule is not a regular expression: " + path, e);
        }
    }

    /** Counts the request if it matches, and tells whether the fault happens now. */
    synchronized boolean fires(Request request) {
        if (method != null && !method.equalsIgnoreCase(request.method())) {
            return false;
        }
        if (path != null && !path.matcher(request.path()).find()) {
            return false;
        }
        matched++;
        boolean due = (nth == 0 || matched == nth) && (every == 0 || matched % every == 0) && fired < count;
        // Drawn for every match, so that equal seeds give equal faults.
        boolean drawn = probability >= 1 || random.nextDouble() < probability;
        if (due && drawn) {
            fired++;
            return true;
        }
        return false;
    }

    Fault fault() {
        return fault;
    }

    synchronized long fired() {
        return fired;
    }

    /**
     * What happens when the rule fires.
     *
     * @param body of a status; an object is sent as JSON, text as HTML; absent gives a short page; of an edit what to edit
     * @param delay real time
     * @param field a member of the body, or a path with dots
     */
    record Fault(FaultAction action, int status, @Nullable JsonNode body, Duration delay, String field) {}
}
