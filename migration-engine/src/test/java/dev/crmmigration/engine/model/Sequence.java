package dev.crmmigration.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.Rollback;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.StepOrderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One random sequence of steps; after each the account and the report must be what the model says. */
final class Sequence implements AutoCloseable {

    private final Random random;
    private final Story story;
    private final World world;
    private final Model model;
    private final Checks checks;
    private final SourceChanges changes;
    private final Exports exports;
    private final People people;
    private boolean isRolledBack;
    private boolean isDeltaThere;
    private Map<String, Book> booksBefore = Map.of();
    private SourceData knownBefore = SourceData.of(Map.of(), Map.of());

    Sequence(long seed, Path folder, Story story) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.story = story;
        Map<String, String> policies = new TreeMap<>();
        policies.put("ifEdited", one("flag", "keep", "take"));
        policies.put("sourceDeleted", one("flag", "keep", "delete", "delete"));
        policies.put("manyDeleted", one("ask", "delete"));
        policies.put("stopAfterFailures", "never");
        policies.put("brakeAfterFailures", "never");
        story.tell("policies " + policies);
        this.world = new World(folder, Map.copyOf(policies));
        this.model = new Model(policies);
        this.checks = new Checks(world, model);
        this.changes = new SourceChanges(random);
        this.exports = new Exports(world.source, random);
        this.people = new People(world, random);
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    void run() {
        if (random.nextBoolean()) {
            story.tell(people.add());
        }
        model.known = exports.whole(changes.now(), model.known, random.nextInt(8) > 0);
        story.tell("extract " + model.known);
        world.call(Migration::extract);
        begin();
        int steps = 3 + random.nextInt(7);
        for (int i = 0; i < steps; i++) {
            step();
        }
        if (!isRolledBack) {
            verify();
            rollback();
        }
    }

    private void step() {
        int choice = random.nextInt(100);
        if (choice < 25) {
            int acts = 1 + random.nextInt(3);
            for (int i = 0; i < acts; i++) {
                story.tell(people.act());
            }
        } else if (isRolledBack) {
            if (choice < 45) {
                rollback();
            } else {
                begin();
            }
        } else if (choice < 60) {
            delta();
        } else if (choice < 70) {
            verify();
        } else if (choice < 74) {
            runAgain();
        } else if (choice < 82) {
            decide();
        } else if (choice < 92) {
            rollbackLastDelta();
        } else if (choice < 97) {
            rollback();
        } else {
            story.tell("reopen");
            world.reopen();
        }
    }

    private Faults faults() {
        Faults faults = random.nextInt(3) == 0 ? Faults.none(world) : Faults.random(world, random);
        if (random.nextInt(8) == 0 && !model.books.isEmpty()) {
            List<String> keys = List.copyOf(model.books.keySet());
            faults.refuse(keys.get(random.nextInt(keys.size())));
        }
        return faults;
    }

    /** Plans, approves, prepares and runs. */
    private void begin() {
        if (isRolledBack) {
            model.books.clear();
            isRolledBack = false;
        }
        isDeltaThere = false;
        model.build();
        approve();
        model.prepare(world.contents());
        write("run", faults(), Migration::run);
    }

    private void approve() {
        assertThat(world.call(Migration::plan).questions()).isEmpty();
        world.call(migration -> migration.approve("ops@example.com"));
        assertThat(world.call(Migration::prepare).result().completion()).isEqualTo(Completion.COMPLETE);
    }

    private void write(String name, Faults faults, Function<Migration, RunReport> step) {
        story.tell(name + faults);
        Map<RecordRef, String> made = world.made();
        Map<RecordRef, Map<String, Object>> expected = model.write(world.contents(), faults.refused());
        RunReport report = world.drive(faults, step);
        story.tell("  " + report.result() + " " + report.mappings() + report.held() + report.failed());
        checks.written(expected, made);
        checks.counts(report);
    }

    private void delta() {
        booksBefore = model.copies();
        knownBefore = model.known;
        int number = random.nextInt(5);
        for (int i = 0; i < number; i++) {
            story.tell("source: " + changes.change());
        }
        int coverage = random.nextInt(20);
        if (coverage < 12) {
            model.known = exports.whole(changes.now(), model.known, coverage < 10);
        } else if (coverage < 14) {
            model.known = exports.partial(changes.now(), model.known);
        } else {
            model.known = exports.changes(changes.now(), model.known);
        }
        model.generation++;
        model.prepare(world.contents());
        isDeltaThere = true;
        write(
                "delta "
                        + (coverage < 12
                                ? coverage < 10 ? "full" : "with a row put aside"
                                : coverage < 14 ? "partial" : "changes"),
                faults(),
                Migration::delta);
    }

    private void runAgain() {
        write("run again", Faults.none(world), Migration::run);
    }

    /** Somebody answers the choices of the plan otherwise. */
    private void decide() {
        Map<String, String> before = Map.copyOf(model.policies);
        while (model.policies.equals(before)) {
            model.policies.put("ifEdited", one("flag", "keep", "take"));
            model.policies.put("sourceDeleted", one("flag", "keep", "delete"));
        }
        story.tell("decide " + model.policies);
        editPlan();
        approve();
        model.prepare(world.contents());
        write("run", faults(), Migration::run);
    }

    private void editPlan() {
        try {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode plan = mapper.readTree(Files.readString(world.planFile()));
            for (JsonNode choice : plan.get("choices")) {
                String answer = model.policies.get(choice.get("name").asText());
                if (answer != null) {
                    ((ObjectNode) choice).put("answer", answer);
                }
            }
            Files.writeString(world.planFile(), mapper.writeValueAsString(plan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void verify() {
        story.tell("verify");
        Map<RecordRef, Map<String, Object>> before = world.contents();
        Reconciliation proof = world.call(Migration::verify);
        story.tell("  " + proof.result() + proof.differences());
        assertThat(world.contents()).isEqualTo(before);
        checks.verified(proof);
    }

    private void rollback() {
        boolean takesEdited = random.nextInt(4) == 0;
        Faults faults = random.nextBoolean() ? Faults.none(world) : Faults.random(world, random);
        story.tell("rollback of everything" + (takesEdited ? ", edited records too" : "") + faults);
        Rollback what = takesEdited ? Rollback.EVERYTHING.takingEdited() : Rollback.EVERYTHING;
        TakingBack back = TakingBack.everything(model, world.contents(), takesEdited);
        RollbackReport report = world.drive(faults, migration -> migration.rollback(what));
        story.tell("  " + report);
        checks.takenBack(report, back);
        model.books.values().removeIf(book -> book.ref == null || !back.kept.contains(book.ref));
        isRolledBack = true;
    }

    private void rollbackLastDelta() {
        Faults faults = random.nextBoolean() ? Faults.none(world) : Faults.random(world, random);
        story.tell("rollback of the last delta" + faults);
        if (!isDeltaThere) {
            assertThatThrownBy(() -> world.call(migration -> migration.rollback(Rollback.LAST_DELTA)))
                    .isInstanceOf(StepOrderException.class);
            return;
        }
        TakingBack back = TakingBack.lastDelta(model, world.contents());
        RollbackReport report = world.drive(faults, migration -> migration.rollback(Rollback.LAST_DELTA));
        story.tell("  " + report);
        checks.takenBack(report, back);
        goBack(back.kept);
        isDeltaThere = false;
        if (model.books.values().stream().anyMatch(book -> book.state == Book.State.READY)) {
            runAgain();
        }
    }

    private void goBack(Set<RecordRef> kept) {
        Map<String, Book> books = new LinkedHashMap<>();
        Set<String> keys = new LinkedHashSet<>(booksBefore.keySet());
        keys.addAll(model.books.keySet());
        for (String key : keys) {
            Book now = model.books.get(key);
            Book before = booksBefore.get(key);
            if (now != null && now.ref != null && kept.contains(now.ref)) {
                now.generation = before == null ? model.generation - 1 : before.generation;
                now.changed = before == null ? 0 : before.changed;
                now.born = Math.min(now.born, model.generation - 1);
                books.put(key, now);
            } else if (before != null && now != null && now.state == Book.State.DELETED && before.isThere()) {
                books.put(key, new Book(key, before.number));
            } else if (before != null && !isAnotherOne(before, now)) {
                if (now != null) {
                    before.isTouched |= now.isTouched;
                }
                books.put(key, before);
            }
        }
        model.books = books;
        model.known = knownBefore;
        model.generation--;
        model.prepare(world.contents());
    }

    /** What the generation before took away and the delta made anew is forgotten with it. */
    private static boolean isAnotherOne(Book before, @Nullable Book now) {
        return before.state == Book.State.DELETED && now != null && now.state != Book.State.DELETED;
    }

    @Override
    public void close() {
        world.close();
    }
}
