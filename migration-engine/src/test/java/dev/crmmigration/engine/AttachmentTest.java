package dev.crmmigration.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files: fetched once, kept in the workspace, attached, verified, taken back. */
class AttachmentTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(3);
        bench.destination.object(
                "file",
                ObjectTraits.written(4),
                AdjustableDestination.text("name"),
                FieldDescription.builder("size", FieldType.INTEGER).build(),
                AdjustableDestination.reference("person", "person"));
        bench.mappings(
                new AdjustableMapping("CustomerToPerson")
                        .part(Records.from("customer")
                                .to("person")
                                .set("name", "name")
                                .build()),
                new AdjustableMapping("PaperToFile")
                        .part(Records.from("paper")
                                .to("file")
                                .set(FieldMapping.CONTENT, "scan")
                                .set("person", "link(CustomerToPerson, of)")
                                .build()));
        paper("a", "1", "letter.txt").paper("b", "2", "contract.txt");
        bench.source.file("scan-a", text("Dear Ada")).file("scan-b", text("We agree"));
    }

    private AttachmentTest paper(String id, String customer, String name) {
        bench.source.add(CrmRecord.builder("paper", id)
                .put("of", customer)
                .put("scan", new AttachmentRef("scan-" + id, name))
                .build());
        return this;
    }

    private static Content text(String text) {
        return new Content() {
            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text.getBytes(UTF_8));
            }
        };
    }

    @Test
    void arrive_areVerified_andAreTakenBack() {
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.files()).containsExactlyInAnyOrder("Dear Ada", "We agree");
            Reconciliation proof = migration.verify();
            assertThat(proof.verified()).contains(new Reconciliation.Verified("file", "PAGES", 2, 2, 0, 0, 0, 0));
            assertThat(proof.fields())
                    .contains(
                            new Reconciliation.FieldComparison("PaperToFile", "size", 2, 2, 0, 0),
                            new Reconciliation.FieldComparison("PaperToFile", "person", 2, 2, 0, 0));
            assertThat(migration.rollback().proven()).isTrue();
            assertThat(bench.account.records("file")).isEmpty();
        }
    }

    @Test
    void countAsDifferent_whenTheyAreNotWhole() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            CrmRecord file = bench.account.records("file").get(0);
            CrmRecord.Builder cut = CrmRecord.builder(file.ref());
            file.fields().forEach((key, value) -> cut.put(key, value.value().orElseThrow()));
            bench.account.put(cut.put("size", 3L).build());

            assertThat(migration.verify().differences())
                    .extracting(Reconciliation.Difference::field)
                    .containsExactly("size");
        }
    }

    @Test
    void arriveOnce_whenTheAnswerIsLost() {
        AtomicBoolean lost = new AtomicBoolean();
        bench.account.after(write -> write instanceof Write.Attach && lost.compareAndSet(false, true)
                ? Bench.doubt(write)
                : Optional.empty());
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(run.resolved()).isEqualTo(1);
            assertThat(bench.account.files()).hasSize(2);
        }
    }

    @Test
    void areHeldAndNamedAsAGap_whenTheSourceCannotGiveThem() {
        paper("c", "3", "lost.txt");
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);

            assertThat(plan.questions()).isEmpty();
            assertThat(plan.gaps()).containsExactly("1 file(s) that records name cannot be had from the source");
            assertThat(plan.holds()).containsExactly(new Plan.HoldCount("PaperToFile", "CONTENT $content", 1));
            migration.approve("ops@example.com");
            migration.prepare();
            assertThat(migration.run().result().completion()).isEqualTo(Completion.WAITS);
            assertThat(bench.account.files()).hasSize(2);
        }
    }

    @Test
    void areNotFetchedAgain_whenTheExtractionWasInterrupted() {
        AtomicInteger opened = new AtomicInteger();
        AtomicBoolean broken = new AtomicBoolean(true);
        bench.source.file("scan-a", counted(opened, text("Dear Ada")));
        bench.source.file("scan-b", new Content() {
            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() throws IOException {
                if (broken.getAndSet(false)) {
                    throw new IllegalStateException("the process dies");
                }
                return text("We agree").open();
            }
        });
        try (Migration migration = bench.open()) {
            assertThat(catchThrowable(migration::extract)).hasMessage("the process dies");
            Bench.readyAndRun(migration);

            assertThat(opened).hasValue(1);
            assertThat(bench.account.files()).containsExactlyInAnyOrder("Dear Ada", "We agree");
        }
    }

    private static Content counted(AtomicInteger opened, Content content) {
        return new Content() {
            @Override
            public OptionalLong size() {
                return content.size();
            }

            @Override
            public InputStream open() throws IOException {
                opened.incrementAndGet();
                return content.open();
            }
        };
    }

    @Test
    void areKeptOnce_whenTheyAreEqual() {
        bench.source.file("scan-b", text("Dear Ada"));
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);

            assertThat(bench.account.files()).isEqualTo(List.of("Dear Ada", "Dear Ada"));
            assertThat(bench.workspace.resolve("attachments")).isDirectoryContaining(file -> true);
            assertThat(bench.workspace.resolve("attachments").toFile().list()).hasSize(1);
        }
    }

    @Test
    void hangOnTheRecordOfTheirOwner() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);

            CrmRecord person = bench.account.records("person").stream()
                    .filter(record -> record.value("name").equals(Optional.of("Customer 1")))
                    .findFirst()
                    .orElseThrow();
            assertThat(bench.account.records("file")).anySatisfy(file -> {
                assertThat(file.value("name")).contains("letter.txt");
                assertThat(file.value("person"))
                        .contains(RecordRef.of("person", person.ref().id()));
            });
        }
    }
}
