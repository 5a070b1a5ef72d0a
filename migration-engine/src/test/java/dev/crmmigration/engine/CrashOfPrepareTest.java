package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.toy.AdjustableMapping;
import dev.crmmigration.engine.toy.ToySchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever the process is killed while it prepares, the next one makes every element once and owes every effect. */
class CrashOfPrepareTest {

    private static final ObjectType PERSON = ObjectType.of("person");

    @TempDir
    Path folder;

    private Bench bench;
    private Kills kills;
    private final ToySchema schema = new ToySchema();
    private final List<ToySchema> schemas = new ArrayList<>();
    private final AtomicReference<Runnable> atEveryDraft = new AtomicReference<>(() -> {});

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(12);
        bench.account.put(
                CrmRecord.builder("person", "p-1").put("name", "Theirs").build());
        bench.destination.schema(schema);
        bench.mappings(new AdjustableMapping("Customers")
                .function(new Watched())
                .part(Records.from("customer")
                        .part("company")
                        .to("company")
                        .derivedBy("normal(company)")
                        .set("name", "watched(company)")
                        .build())
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "watched(name)")
                        .set("company", "link(Customers, normal(company))")
                        .set("Hat", "email")
                        .set("Shoe", "email")
                        .needs(SchemaElement.field(PERSON, "Hat", FieldType.TEXT))
                        .needs(SchemaElement.field(PERSON, "Shoe", FieldType.TEXT))
                        .build()));
        kills = new Kills(bench, folder);
    }

    /** Gives its argument; called while effects are planned. */
    private final class Watched implements MappingFunction {
        @Override
        public String name() {
            return "watched";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments) {
            Objects.requireNonNull(atEveryDraft.get()).run();
            return arguments.get(0);
        }
    }

    private void kill() {
        kills.here();
        schemas.add(schema.copy());
    }

    private <T> Optional<T> killing() {
        kill();
        return Optional.empty();
    }

    private void killAtEveryCall() {
        schema.beforeEnsure(element -> killing());
        schema.afterEnsure(element -> killing());
        bench.destination.reader(reader -> request -> {
            kill();
            return reader.scan(request);
        });
        atEveryDraft.set(this::kill);
    }

    private void goOn() {
        atEveryDraft.set(() -> {});
        for (int kill = 0; kill < kills.remains().size(); kill++) {
            Bench left = kills.remains().get(kill);
            left.destination.schema(schemas.get(kill));
            try (Migration migration = left.open()) {
                assertThatThrownBy(migration::run).as("run after kill %d", kill).isInstanceOf(StepOrderException.class);
                assertGoesOn(kill, left, migration);
            }
        }
    }

    private void assertGoesOn(int kill, Bench left, Migration migration) {
        PrepareReport prepare = migration.prepare();
        RunReport run = migration.run();
        Reconciliation proof = migration.verify();
        RollbackReport rollback = migration.rollback();

        assertThat(prepare.effects()).as("effects after kill %d", kill).isEqualTo(19);
        assertThat(schemas.get(kill).made()).as("elements after kill %d", kill).isEqualTo(2);
        assertThat(run.result()).as("run after kill %d", kill).isEqualTo(StepResult.COMPLETE);
        assertThat(left.account.creates()).as("creates after kill %d", kill).isEqualTo(19);
        assertThat(proof.closed()).as("counts after kill %d", kill).isTrue();
        assertThat(rollback.proven()).as("rollback after kill %d", kill).isTrue();
        assertThat(rollback.unchanged()).as("before after kill %d", kill).isEqualTo(1);
        assertThat(left.names("person")).as("persons after kill %d", kill).containsExactly("Theirs");
        assertThat(schemas.get(kill).labels()).as("schema after kill %d", kill).isEmpty();
    }

    @Test
    void makesEverythingOnce_wheneverItIsKilled() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            migration.approve("ops@example.com");
            killAtEveryCall();
            migration.prepare();
        }

        assertThat(kills.remains()).as("scans, elements and drafts").hasSize(2 + 4 + 19);
        goOn();
    }

    @Test
    void isNotTakenForPrepared_whenASecondPrepareIsKilled() {
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            atEveryDraft.set(this::kill);
            migration.prepare();
        }

        assertThat(kills.remains()).hasSize(19);
        goOn();
    }
}
