package dev.crmmigration.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.Capacity;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.FileLink;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of files that are larger than the destination takes. */
class LargeFileTest {

    private static final int MOST = 1000;

    @TempDir
    Path folder;

    private Bench bench;
    private final String film =
            IntStream.range(0, 2345).mapToObj(i -> String.valueOf(i % 10)).collect(Collectors.joining());

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(1);
        bench.destination.object(
                "file",
                ObjectTraits.written(4).withMaxFileBytes(MOST),
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
        file("a", "it's.mp4", film).file("b", "just.txt", film.substring(0, MOST));
    }

    private LargeFileTest file(String id, String name, String text) {
        bench.source.add(CrmRecord.builder("paper", id)
                .put("of", "1")
                .put("scan", new AttachmentRef("scan-" + id, name))
                .build());
        bench.source.file("scan-" + id, new Content() {
            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text.getBytes(UTF_8));
            }
        });
        return this;
    }

    private Bench split() {
        bench.policies.put("largeFiles", "split");
        return bench;
    }

    @Test
    void areHeldAndListedBeforeTheRun_whenNothingElseIsDecided() {
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);

            assertThat(plan.questions()).isEmpty();
            assertThat(plan.holds()).containsExactly(new Plan.HoldCount("PaperToFile", "TOO_LARGE $content", 1));
            assertThat(plan.files()).containsExactly(new Plan.FileCount("file", 2, 1000, Optional.of((long) MOST), 1));
            migration.approve("ops@example.com");
            migration.prepare();
            RunReport run = migration.run();
            assertThat(run.held()).containsExactly(new RunReport.ReasonCount("PaperToFile", "TOO_LARGE $content", 1));
            assertThat(bench.names("file")).containsExactly("just.txt");
        }
    }

    @Test
    void arriveInPiecesWithANote_areVerified_andAreTakenBack() {
        try (Migration migration = split().open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("file"))
                    .containsExactlyInAnyOrder(
                            "it's.mp4.part1of3",
                            "it's.mp4.part2of3",
                            "it's.mp4.part3of3",
                            "it's.mp4.HOWTO.txt",
                            "just.txt");
            assertThat(text("it's.mp4.part1of3") + text("it's.mp4.part2of3") + text("it's.mp4.part3of3"))
                    .isEqualTo(film);
            assertThat(text("it's.mp4.HOWTO.txt"))
                    .contains(
                            "copy /b \"it's.mp4.part1of3\"+\"it's.mp4.part2of3\"+\"it's.mp4.part3of3\" \"it's.mp4\"",
                            "cat 'it'\\''s.mp4.part1of3' ",
                            "2345 bytes",
                            keptHash());
            assertThat(migration.verify().closed()).isTrue();
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.records("file")).hasSize(5);
            assertThat(migration.rollback().proven()).isTrue();
            assertThat(bench.account.records("file")).isEmpty();
        }
    }

    /** Files are kept by their SHA-256. */
    private String keptHash() {
        return Arrays.stream(bench.workspace.resolve("attachments").toFile().listFiles())
                .filter(kept -> kept.length() == film.length())
                .findFirst()
                .orElseThrow()
                .getName();
    }

    private String text(String name) {
        List<CrmRecord> files = bench.account.records("file");
        int place = bench.names("file").indexOf(name);
        assertThat(files.get(place).value("size"))
                .contains((long) bench.account.files().get(place).length());
        return bench.account.files().get(place);
    }

    @Test
    void arriveOncePieceByPiece_whenAnswersAreLost() {
        AtomicBoolean lost = new AtomicBoolean();
        bench.account.after(write -> write instanceof Write.Attach attach
                        && attach.fileName().endsWith("part2of3")
                        && lost.compareAndSet(false, true)
                ? Bench.doubt(write)
                : Optional.empty());
        try (Migration migration = split().open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(run.resolved()).isEqualTo(1);
            assertThat(bench.account.records("file")).hasSize(5);
        }
    }

    @Test
    void haveNamesThatSort_whenThereAreManyPieces() {
        file("c", "long.bin", "x".repeat(11 * MOST));
        try (Migration migration = split().open()) {
            assertThat(Bench.readyAndRun(migration).result()).isEqualTo(StepResult.COMPLETE);

            assertThat(bench.names("file")).contains("long.bin.part01of11", "long.bin.part11of11");
        }
    }

    @Test
    void areNothingNew_whenADeltaFindsThemAsTheyWere() {
        try (Migration migration = split().open()) {
            Bench.readyAndRun(migration);

            RunReport delta = migration.delta();

            assertThat(delta.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.records("file")).hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "http://files.acme.example", "https://files.acme.example/?key=1", "https:///x", "x y"})
    void areAQuestion_whenTheyAreToBeLinkedToAndNobodySaysWhere(String address) {
        bench.policies.put("largeFiles", "link");
        bench.policies.put("largeFilesHost", address);
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions())
                    .extracting(Plan.Question::where)
                    .containsExactly("choices: largeFilesHost");
        }
    }

    @Test
    void areLinkedTo_whereTheDestinationHasLinks_andLieInAFolderForTheHost() throws IOException {
        linksAt("https://files.acme.example/crm/");
        try (Migration migration = link().open()) {
            assertThat(Bench.plan(migration).files())
                    .containsExactly(
                            new Plan.FileCount("file", 1, 1000, Optional.of((long) MOST), 0),
                            new Plan.FileCount("link", 1, 0, Optional.empty(), 1));
            migration.approve("ops@example.com");
            PrepareReport prepared = migration.prepare();
            assertThat(prepared.result().reasons())
                    .containsExactly("copy the folder attachments-to-host of the workspace to"
                            + " https://files.acme.example/crm: 1 link(s) lead there to files that the destination does"
                            + " not take");
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);

            assertThat(bench.names("file")).containsExactly("just.txt");
            CrmRecord link = bench.account.records("link").get(0);
            assertThat(link.value("name")).contains("it's.mp4");
            assertThat(link.value("person")).isPresent();
            assertThat(hosted()).hasSize(1);
            assertThat(link.value("url"))
                    .contains(
                            "https://files.acme.example/crm/" + hosted().get(0).getFileName());
            assertThat(hosted().get(0)).hasContent(film);
            assertThat(migration.verify().closed()).isTrue();
            assertThat(migration.delta().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.records("link")).hasSize(1);
            assertThat(hosted()).hasSize(1);
            assertThat(migration.rollback().proven()).isTrue();
            assertThat(bench.account.records("link")).isEmpty();
        }
    }

    @Test
    void areNamedByASmallFile_whereTheDestinationHasNoLinks() throws IOException {
        try (Migration migration = link().open()) {
            assertThat(run(migration).result()).isEqualTo(StepResult.COMPLETE);

            assertThat(bench.names("file")).containsExactlyInAnyOrder("it's.mp4.LINK.txt", "just.txt");
            assertThat(text("it's.mp4.LINK.txt"))
                    .contains(
                            "https://files.acme.example/crm/" + hosted().get(0).getFileName(),
                            "2345 bytes",
                            keptHash());
            assertThat(hosted()).hasSize(1);
            assertThat(hosted().get(0).getFileName().toString()).endsWith("-it_s.mp4");
            assertThat(migration.verify().closed()).isTrue();
            assertThat(migration.rollback().proven()).isTrue();
            assertThat(bench.account.records("file")).isEmpty();
        }
    }

    @Test
    void areLinkedToOnce_whenTheAnswerIsLost() {
        linksAt("https://files.acme.example/crm");
        AtomicBoolean lost = new AtomicBoolean();
        bench.account.after(write -> write.type().name().equals("link") && lost.compareAndSet(false, true)
                ? Bench.doubt(write)
                : Optional.empty());
        try (Migration migration = link().open()) {
            RunReport run = run(migration);

            assertThat(run.resolved()).isEqualTo(1);
            assertThat(bench.account.records("link")).hasSize(1);
        }
    }

    private static RunReport run(Migration migration) {
        assertThat(Bench.plan(migration).questions()).isEmpty();
        migration.approve("ops@example.com");
        assertThat(migration.prepare().result().completion()).isEqualTo(Completion.COMPLETE);
        return migration.run();
    }

    private Bench link() {
        bench.policies.put("largeFiles", "link");
        bench.policies.putIfAbsent("largeFilesHost", "https://files.acme.example/crm");
        return bench;
    }

    private void linksAt(String address) {
        bench.policies.put("largeFilesHost", address);
        bench.destination.object(
                "link",
                ObjectTraits.written(4),
                AdjustableDestination.text("name"),
                AdjustableDestination.text("url"),
                AdjustableDestination.reference("person", "person"));
        bench.destination.object(
                "file",
                ObjectTraits.written(4)
                        .withMaxFileBytes(MOST)
                        .withFileLink(new FileLink(ObjectType.of("link"), "name", "url")),
                AdjustableDestination.text("name"),
                FieldDescription.builder("size", FieldType.INTEGER).build(),
                AdjustableDestination.reference("person", "person"));
    }

    private List<Path> hosted() throws IOException {
        try (Stream<Path> files = Files.list(bench.workspace.resolve("attachments-to-host"))) {
            return files.toList();
        }
    }

    @Test
    void areAQuestionBeforeApproval_whenTheAccountHasNoRoomForAllBytes() {
        bench.destination.capacity(Capacity.ofFileBytes("bytes of files", 10_000, 9_500));
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions())
                    .containsExactly(new Plan.Question(
                            "plan",
                            "the account may hold 10000 bytes of files. It has 9500, and the plan needs 1000 more: leave"
                                    + " out 500 of them, or get the account a larger plan"));
        }
    }
}
