package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The least that a platform can do is a catalog and a writer. */
class LeastDestinationTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        ObjectTraits least = ObjectTraits.written(2).withReadBack(ReadBack.NONE);
        bench = new Bench(folder).customers(9);
        bench.destination.traits("person", least).traits("company", least).reader(null);
    }

    @Test
    void takesEverything_andSaysThatNothingIsVerified() {
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);
            Reconciliation proof = migration.verify();

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.records("person")).hasSize(9);
            assertThat(proof.verified())
                    .extracting(Reconciliation.Verified::unverified)
                    .containsExactly(7L, 9L);
        }
    }

    @Test
    void isEmptiedByARollback_thatAPersonHasToCheck() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.deleted()).isEqualTo(16);
            assertThat(rollback.proven()).isFalse();
            assertThat(rollback.result())
                    .isEqualTo(StepResult.of(
                            Completion.WAITS,
                            List.of(
                                    "company cannot be read back: look whether everything of ours is gone",
                                    "person cannot be read back: look whether everything of ours is gone")));
            assertThat(migration.status().phase()).isEqualTo("rolled back");
        }
    }

    @Test
    void holdsWhatIsInDoubt_andGoesOnWithTheRest() {
        bench.account.after(write -> Bench.creates(write, "Customer 4") ? Bench.doubt(write) : Optional.empty());
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.held()).containsExactly(new RunReport.ReasonCount("CustomerToPerson", "IN_DOUBT", 1));
            assertThat(bench.account.creates()).isEqualTo(16);
        }
    }

    @Test
    void leavesTheSchemaToAPerson() {
        SchemaElement hat = SchemaElement.field(ObjectType.of("person"), "Hat", FieldType.TEXT);
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .set("Hat", "email")
                        .needs(hat)
                        .build()));
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            migration.approve("ops@example.com");
            PrepareReport prepare = migration.prepare();

            assertThat(prepare.result())
                    .isEqualTo(StepResult.of(
                            Completion.WAITS,
                            List.of("FIELD 'Hat' of person: this platform lets nobody change its schema by API: make it"
                                    + " by hand, then plan again")));
            assertThat(prepare.before()).isEqualTo(Map.of());
        }
    }
}
