package dev.crmmigration.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which exchanges go wrong, and how.
 *
 * <pre>{@code
 * {"seed": 7, "rules": [
 *   {"method": "POST", "path": "^/api/v2/persons$", "nth": 3, "action": "reset-after-commit"},
 *   {"path": "^/v1/notes", "every": 10, "count": 2, "action": "status", "status": 503, "body": "<html>busy</html>"},
 *   {"method": "PATCH", "probability": 0.05, "action": "delay", "delayMillis": 20}]}
 * }</pre>
 *
 * <p>All members but {@code action} are optional. A rule counts every request of its method whose path its expression finds; it fires on
 * the {@code nth} (from 1), on {@code every} k-th, with a {@code probability} drawn from the seed, at most {@code count} times. Of the
 * rules that would fire the first one acts. The actions are those of {@link FaultAction}. Safe for use by several threads.
 */
public final class FaultScript {

    /** Lets everything pass. */
    public static final FaultScript NONE = new FaultScript(List.of());

    private final List<FaultRule> rules;

    private FaultScript(List<FaultRule> rules) {
        this.rules = rules;
    }

    /**
     * Reads a script: an object with {@code rules}, or the list of rules itself.
     *
     * @throws IllegalArgumentException if it is not such a script; the message names the rule's fault
     */
    public static FaultScript parse(String script) {
        try {
            return of(Json.MAPPER.readTree(script));
        } catch (IOException e) {
            throw new IllegalArgumentException("the fault script is not JSON", e);
        }
    }

    /** Reads a script from a file; see {@link #parse(String)}. */
    public static FaultScript read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the fault script " + file, e);
        }
    }

    static FaultScript of(JsonNode script) {
        JsonNode rules = script.isArray() ? script : script.path("rules");
        if (!rules.isArray()) {
            throw new IllegalArgumentException("a fault script is a list of rules, or an object with 'rules'");
        }
        long seed = script.path("seed").asLong(1);
        List<FaultRule> parsed = new ArrayList<>();
        for (JsonNode rule : rules) {
            parsed.add(FaultRule.parse(rule, seed + parsed.size()));
        }
        return new FaultScript(List.copyOf(parsed));
    }

    /** Counts the request in all rules and returns what happens to it. */
    Optional<FaultRule.Fault> faultFor(Request request) {
        Optional<FaultRule.Fault> first = Optional.empty();
        for (FaultRule rule : rules) {
            if (rule.fires(request) && first.isEmpty()) {
                first = Optional.of(rule.fault());
            }
        }
        return first;
    }

    /** Returns how often the rules have fired. */
    public long fired() {
        return rules.stream().mapToLong(FaultRule::fired).sum();
    }
}
