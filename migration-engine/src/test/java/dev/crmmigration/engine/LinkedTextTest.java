package dev.crmmigration.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.LinkedText;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of a text that lead to records which the migration makes. */
class LinkedTextTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(1);
        bench.destination
                .object("note", ObjectTraits.written(4), AdjustableDestination.text("name"))
                .object(
                        "file",
                        ObjectTraits.written(4).withMaxFileBytes(1000),
                        AdjustableDestination.text("name"),
                        FieldDescription.builder("size", FieldType.INTEGER).build(),
                        AdjustableDestination.reference("person", "person"));
        bench.mappings(
                new AdjustableMapping("CustomerToPerson")
                        .part(Records.from("customer")
                                .to("person")
                                .set("name", "name")
                                .build()),
                new AdjustableMapping("LetterToNote")
                        .function(new Leading())
                        .part(Records.from("letter")
                                .to("note")
                                .set("name", "leading(text, link(PaperToFile, paper))")
                                .build()),
                new AdjustableMapping("PaperToFile")
                        .part(Records.from("paper")
                                .to("file")
                                .set(FieldMapping.CONTENT, "scan")
                                .set("person", "link(CustomerToPerson, of)")
                                .build()));
        bench.source.add(CrmRecord.builder("paper", "a")
                .put("of", "1")
                .put("scan", new AttachmentRef("scan", "plan.png"))
                .build());
        bench.source.file("scan", new Scan());
        bench.destination.links(ref ->
                ref.type().name().equals("file") ? Optional.of("https://box.example/" + ref.id()) : Optional.empty());
    }

    private void letter(String id, String paper) {
        bench.source.add(CrmRecord.builder("letter", id)
                .put("text", "see [plan], and [plan] again: " + id)
                .put("paper", paper)
                .build());
    }

    @Test
    void haveTheAddressOfTheRecord_whichIsMadeBefore() {
        letter("1", "a");
        try (Migration migration = bench.open()) {
            assertThat(Bench.readyAndRun(migration).result()).isEqualTo(StepResult.COMPLETE);

            String link = "<a href=\"https://box.example/"
                    + bench.account.records("file").get(0).ref().id() + "\">[plan]</a>";
            assertThat(bench.names("note")).containsExactly("see " + link + ", and " + link + " again: 1");
            assertThat(migration.verify().closed()).isTrue();
            assertThat(migration.delta().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.records("note")).hasSize(1);
            assertThat(migration.rollback().proven()).isTrue();
        }
    }

    @Test
    void stayAsTheyAre_whereTheRecordHasNoPage_orThePlanMakesNone() {
        letter("1", "a");
        letter("2", "unknown");
        bench.destination.links(ref -> Optional.empty());
        try (Migration migration = bench.open()) {
            assertThat(Bench.readyAndRun(migration).result()).isEqualTo(StepResult.COMPLETE);

            assertThat(bench.names("note"))
                    .containsExactlyInAnyOrder("see [plan], and [plan] again: 1", "see [plan], and [plan] again: 2");
        }
    }

    @Test
    void letTheirTextWait_untilTheRecordIsThere() {
        letter("1", "a");
        bench.source.file("scan", new Scan() {
            @Override
            public InputStream open() throws IOException {
                throw new IOException("gone");
            }
        });
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);

            assertThat(plan.holds())
                    .containsExactlyInAnyOrder(
                            new Plan.HoldCount("PaperToFile", "CONTENT $content", 1),
                            new Plan.HoldCount("LetterToNote", "BLOCKED", 1));
        }
    }

    /** {@code leading(text, link)}: a text whose word "[plan]" leads to a record. */
    private static final class Leading implements MappingFunction {

        @Override
        public String name() {
            return "leading";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments) {
            return new LinkedText(String.valueOf(arguments.get(0)), Map.of("[plan]", (Link) arguments.get(1)));
        }
    }

    private static class Scan implements Content {

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        @Override
        public InputStream open() throws IOException {
            return new ByteArrayInputStream("a plan".getBytes(UTF_8));
        }
    }
}
