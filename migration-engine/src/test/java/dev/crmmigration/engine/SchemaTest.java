package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.PrepareReport.Element;
import dev.crmmigration.engine.toy.AdjustableMapping;
import dev.crmmigration.engine.toy.ToySchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made in the schema of the destination, and what is taken back of it. */
class SchemaTest {

    private static final ObjectType PERSON = ObjectType.of("person");
    private static final SchemaElement HAT = SchemaElement.field(PERSON, "Hat", FieldType.TEXT);
    private static final SchemaElement LEVEL =
            SchemaElement.pickList(PERSON, "Level", FieldType.CHOICE, List.of("High", "Low"));

    @TempDir
    Path folder;

    private Bench bench;
    private final ToySchema schema = new ToySchema();

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(4);
        bench.destination.schema(schema);
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .set("Hat", "email")
                        .set("Level", "case(eq($id, \"1\") => \"Low\", else => \"High\")")
                        .needs(HAT)
                        .needs(LEVEL)
                        .build()));
    }

    private PrepareReport prepare(Migration migration) {
        assertThat(Bench.plan(migration).questions()).isEmpty();
        migration.approve("ops@example.com");
        return migration.prepare();
    }

    private static Element element(String label, String outcome, String instruction) {
        return new Element("person", "FIELD", label, outcome, instruction);
    }

    @Test
    void makesWhatIsMissing_writesIntoIt_andTakesItBack() {
        String theirs = schema.put(HAT);
        try (Migration migration = bench.open()) {
            PrepareReport prepare = prepare(migration);
            migration.run();
            CrmRecord first = bench.account.records("person").stream()
                    .filter(person -> person.value("name").equals(Optional.of("Customer 1")))
                    .findFirst()
                    .orElseThrow();
            Reconciliation proof = migration.verify();
            RollbackReport rollback = migration.rollback();

            assertThat(prepare.schema()).containsExactly(element("Hat", "REUSED", ""), element("Level", "CREATED", ""));
            assertThat(first.value(theirs)).contains("c1@example.com");
            assertThat(first.value("cf2")).contains("cf2-Low");
            assertThat(proof.closed()).isTrue();
            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.schema()).containsExactly(element("Level", "REMOVED", ""));
            assertThat(schema.labels()).containsExactly("Hat");
        }
    }

    @Test
    void makesEachElementOnce_whenAnAnswerIsLostAndPrepareIsCalledAgain() {
        AtomicBoolean lost = new AtomicBoolean();
        schema.afterEnsure(element -> {
            if (lost.compareAndSet(false, true)) {
                throw RetryableConnectorException.of("the connection was reset", null);
            }
            return Optional.empty();
        });
        try (Migration migration = bench.open()) {
            prepare(migration);
            PrepareReport again = migration.prepare();

            assertThat(again.schema()).extracting(Element::outcome).containsExactly("CREATED", "CREATED");
            assertThat(schema.made()).isEqualTo(2);
            assertThat(migration.rollback().schema()).hasSize(2);
            assertThat(schema.labels()).isEmpty();
        }
    }

    @Test
    void waitsForAPerson_whenThePlatformCannotMakeIt_orRefuses() {
        schema.beforeEnsure(element -> Optional.of(
                element.equals(HAT)
                        ? new SchemaOutcome.ForAPerson("make the field Hat by hand")
                        : new SchemaOutcome.Refused(List.of(new FieldError("", "FIELD_LIMIT", "delete a field")))));
        try (Migration migration = bench.open()) {
            PrepareReport waits = prepare(migration);
            String phase = migration.status().phase();
            schema.beforeEnsure(element -> Optional.empty());
            PrepareReport prepared = migration.prepare();

            assertThat(waits.result())
                    .isEqualTo(StepResult.of(
                            Completion.WAITS,
                            List.of(
                                    "FIELD 'Hat' of person: make the field Hat by hand",
                                    "FIELD 'Level' of person: FIELD_LIMIT: delete a field")));
            assertThat(phase).isEqualTo("approved");
            assertThat(prepared.result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void takesBackWhatItHasMade_whenPrepareCameToNoEnd() {
        schema.beforeEnsure(element -> element.equals(LEVEL)
                ? Optional.of(new SchemaOutcome.ForAPerson("make the field Level by hand"))
                : Optional.empty());
        try (Migration migration = bench.open()) {
            PrepareReport waits = prepare(migration);
            RollbackReport rollback = migration.rollback();

            assertThat(waits.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(rollback.proven()).isTrue();
            assertThat(schema.labels()).isEmpty();
        }
    }

    @Test
    void keepsAnElement_andNamesIt_whileRecordsOfOthersUseIt() {
        try (Migration migration = bench.open()) {
            prepare(migration);
            migration.run();
            bench.account.put(CrmRecord.builder("person", "p-1")
                    .put("name", "Theirs")
                    .put("cf1", "bowler")
                    .build());
            RollbackReport first = migration.rollback();
            bench.account.remove(RecordRef.of("person", "p-1"));
            RollbackReport second = migration.rollback();

            assertThat(first.proven()).isFalse();
            assertThat(first.schema())
                    .containsExactly(
                            element("Level", "REMOVED", ""), element("Hat", "KEPT", "records that stay use it"));
            assertThat(first.residue()).containsExactly("schema cf1");
            assertThat(first.newByOthers()).containsExactly("person:p-1");
            assertThat(second.proven()).isTrue();
            assertThat(schema.labels()).isEmpty();
        }
    }

    @Test
    void saysWhy_whenAnElementIsNotTakenAway() {
        schema.beforeRemove(receipt -> Optional.of(
                receipt.element().equals(HAT)
                        ? new SchemaOutcome.Kept("a saved filter uses it")
                        : new SchemaOutcome.Refused(List.of(new FieldError("", "NOT_ADMIN", "use an admin's token")))));
        try (Migration migration = bench.open()) {
            prepare(migration);
            RollbackReport rollback = migration.rollback();

            assertThat(rollback.result().completion()).isEqualTo(Completion.BROKEN);
            assertThat(rollback.schema())
                    .containsExactly(
                            element("Level", "REFUSED", "NOT_ADMIN: use an admin's token"),
                            element("Hat", "KEPT", "a saved filter uses it"));
            assertThat(rollback.residue()).containsExactlyInAnyOrder("schema cf1", "schema cf2");
        }
    }

    @Test
    void tellsWhatOthersDidToTheSchemaMeanwhile() {
        schema.put(SchemaElement.field(PERSON, "Old", FieldType.TEXT));
        try (Migration migration = bench.open()) {
            prepare(migration);
            schema.remove(new SchemaReceipt(HAT, "cf1"));
            schema.put(SchemaElement.field(PERSON, "New", FieldType.TEXT));

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.changedByOthers()).containsExactly("schema cf1");
            assertThat(rollback.newByOthers()).containsExactly("schema cf4");
        }
    }

    @Test
    void asksForAnotherApproval_whenAFieldThatThePlanWritesHasChanged() {
        try (Migration migration = bench.open()) {
            prepare(migration);
            bench.destination.object(
                    "person",
                    ObjectTraits.written(4),
                    FieldDescription.builder("name", FieldType.LONG_TEXT).build());

            RunReport run = migration.run();

            assertThat(run.result())
                    .isEqualTo(StepResult.of(
                            Completion.WAITS,
                            List.of("a field of the destination that the plan writes has changed since the plan was"
                                    + " approved: person name TEXT WRITABLE. Call plan to check it, then approve it"
                                    + " again")));
        }
    }
}
