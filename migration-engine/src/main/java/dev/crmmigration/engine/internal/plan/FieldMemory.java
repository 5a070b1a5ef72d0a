package dev.crmmigration.engine.internal.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.engine.internal.expression.ValueMaps;
import dev.crmmigration.engine.internal.report.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people have decided about fields, kept in decisions.json of the workspace. Names only: no values, no people. A
 * decision counts once for an account, however often its plan is approved; another decision takes the place of the one
 * before at once. What was proposed and left as it was teaches nothing.
 */
public final class FieldMemory {

    private static final String FILE = "decisions.json";

    private final Path file;
    private final Map<List<String>, Remembered> known;

    private FieldMemory(Path file, Map<List<String>, Remembered> known) {
        this.file = file;
        this.known = known;
    }

    /**
     * A decision.
     *
     * @param accounts those whose plans it was approved in
     * @param overridden how often another decision was in its place
     */
    record Remembered(FieldDecision decision, String target, Set<String> accounts, int overridden) {

        String inWords() {
            return "decided before, for " + accounts.size() + (accounts.size() == 1 ? " account" : " accounts");
        }
    }

    /** Opens the memory of a workspace. */
    public static FieldMemory of(Path workspace) {
        Path file = workspace.resolve(FILE);
        return new FieldMemory(file, Files.exists(file) ? read(file) : new TreeMap<>(FieldMemory::order));
    }

    private static int order(List<String> one, List<String> other) {
        return String.join("\n", one).compareTo(String.join("\n", other));
    }

    /** What makes two fields the same field: their platforms, object, name, label and type. */
    private static List<String> mark(String source, String destination, FieldEntry entry) {
        return List.of(
                source,
                destination,
                entry.object(),
                ValueMaps.normal(entry.field()),
                ValueMaps.normal(entry.label()),
                entry.type().name());
    }

    Optional<Remembered> recall(PlanDocument plan, FieldEntry entry) {
        return Optional.ofNullable(known.get(mark(plan.source(), plan.destination(), entry)));
    }

    /** Remembers what a person has decided in a plan, once it is approved. */
    void learn(PlanDocument plan) {
        boolean changed = false;
        for (FieldEntry entry : plan.fields()) {
            if (entry.isEdited() && entry.decision().isPresent()) {
                changed = true;
                known.merge(
                        mark(plan.source(), plan.destination(), entry),
                        new Remembered(entry.decision().get(), entry.target(), Set.of(plan.account()), 0),
                        FieldMemory::after);
            }
        }
        if (changed) {
            write(file);
        }
    }

    private static Remembered after(Remembered before, Remembered now) {
        boolean same = before.decision() == now.decision() && before.target().equals(now.target());
        if (!same) {
            return new Remembered(now.decision(), now.target(), now.accounts(), before.overridden() + 1);
        }
        Set<String> accounts = new TreeSet<>(before.accounts());
        accounts.addAll(now.accounts());
        return new Remembered(now.decision(), now.target(), accounts, before.overridden());
    }

    /** Writes all decisions to a file that another workspace can take in. */
    public void write(Path to) {
        ArrayNode decisions = Json.array();
        known.forEach((mark, decision) -> {
            ObjectNode node = decisions
                    .addObject()
                    .put("source", mark.get(0))
                    .put("destination", mark.get(1))
                    .put("object", mark.get(2))
                    .put("field", mark.get(3))
                    .put("label", mark.get(4))
                    .put("type", mark.get(5))
                    .put("decision", decision.decision().name())
                    .put("target", decision.target())
                    .put("overridden", decision.overridden());
            node.set("accounts", Json.texts(decision.accounts()));
        });
        try {
            Files.writeString(to, Json.pretty(Json.object().set("decisions", decisions)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the decisions cannot be written to " + to, e);
        }
    }

    /**
     * Takes in decisions of another workspace; what was decided here stays as it is.
     *
     * @return how many decisions were new
     * @throws ConfigurationException if the file holds no decisions
     */
    public int add(Path from) {
        int before = known.size();
        read(from).forEach(known::putIfAbsent);
        write(file);
        return known.size() - before;
    }

    private static Map<List<String>, Remembered> read(Path file) {
        try {
            Map<List<String>, Remembered> found = new TreeMap<>(FieldMemory::order);
            new PlanNode(Json.parse(Files.readString(file, StandardCharsets.UTF_8)), "")
                    .list("decisions")
                    .forEach(node -> found.put(markOf(node), remembered(node)));
            return found;
        } catch (JsonProcessingException | PlanProblemException e) {
            throw new ConfigurationException(file + " holds no decisions: " + e.getMessage());
        } catch (IOException e) {
            throw new ConfigurationException(file + " cannot be read. Name a file that was written by an export");
        }
    }

    private static List<String> markOf(PlanNode node) {
        List<String> mark = new ArrayList<>();
        for (String name : List.of("source", "destination", "object", "field", "label", "type")) {
            mark.add(node.text(name));
        }
        return List.copyOf(mark);
    }

    private static Remembered remembered(PlanNode node) {
        Set<String> accounts = new TreeSet<>();
        node.list("accounts").forEach(account -> accounts.add(account.text()));
        return new Remembered(
                node.oneOf("decision", FieldDecision.class), node.text("target"), accounts, node.number("overridden"));
    }
}
