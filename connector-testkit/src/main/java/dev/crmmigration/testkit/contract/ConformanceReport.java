package dev.crmmigration.testkit.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of every rule, for machines: JSON that is the same for the same outcome. */
final class ConformanceReport {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String contract;
    private final String platform;
    private final Map<Rule<?>, List<Result>> results = new LinkedHashMap<>();
    private final Optional<Path> file;

    /** @param file where to write it; empty writes nothing */
    ConformanceReport(String contract, String platform, List<? extends Rule<?>> rules, Optional<Path> file) {
        this.contract = contract;
        this.platform = platform;
        this.file = file;
        rules.forEach(rule -> results.put(rule, new ArrayList<>()));
    }

    /** What came of a rule, the worst last. */
    private enum Outcome {
        HELD,
        NOT_CHECKED,
        BROKEN;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private record Result(String where, Outcome outcome, String reason) {}

    void held(Rule<?> rule, String where) {
        add(rule, new Result(where, Outcome.HELD, ""));
    }

    void notChecked(Rule<?> rule, String where, String reason) {
        add(rule, new Result(where, Outcome.NOT_CHECKED, reason));
    }

    void broken(Rule<?> rule, String where, String reason) {
        add(rule, new Result(where, Outcome.BROKEN, reason));
    }

    private void add(Rule<?> rule, Result result) {
        results.computeIfAbsent(rule, any -> new ArrayList<>()).add(result);
    }

    /** Returns the worst outcome of a rule's cases; one without cases was not checked. */
    private static Outcome outcome(List<Result> cases) {
        return cases.stream().map(Result::outcome).max(Enum::compareTo).orElse(Outcome.NOT_CHECKED);
    }

    void write() {
        file.ifPresent(path -> {
            try {
                Optional<Path> folder =
                        Optional.ofNullable(path.toAbsolutePath().getParent());
                if (folder.isPresent()) {
                    Files.createDirectories(folder.get());
                }
                Files.write(path, (json() + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the conformance report " + path, e);
            }
        });
    }

    private String json() throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("contract", contract);
        root.put("platform", platform);
        for (Outcome outcome : Outcome.values()) {
            root.put(
                    outcome.word(),
                    results.values().stream()
                            .filter(cases -> outcome(cases) == outcome)
                            .count());
        }
        ArrayNode rules = root.putArray("rules");
        results.forEach((rule, cases) -> describe(rules.addObject(), rule, cases));
        return MAPPER.writeValueAsString(root);
    }

    private static void describe(ObjectNode node, Rule<?> rule, List<Result> cases) {
        node.put("rule", rule.id());
        node.put("promise", rule.promise());
        node.put("outcome", outcome(cases).word());
        if (cases.isEmpty()) {
            node.put("reason", "it applies to nothing here, or was not tried");
        }
        ArrayNode tried = node.putArray("cases");
        for (Result result : cases) {
            ObjectNode each = tried.addObject()
                    .put("case", result.where())
                    .put("outcome", result.outcome().word());
            if (!result.reason().isEmpty()) {
                each.put("reason", result.reason());
            }
        }
    }
}
