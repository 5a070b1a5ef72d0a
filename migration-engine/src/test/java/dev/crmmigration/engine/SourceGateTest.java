package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is under way at the source when the first record is to be written. */
class SourceGateTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(3);
        bench.mappings(new AdjustableMapping("Customers")
                .valueMap(new ValueMap("mood", List.of("Quiet"), Map.of("quiet", "Quiet")))
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "coalesce(map(\"mood\", mood), name)")
                        .build()));
    }

    @Test
    void writesNothing_whileSomethingIsUnderWayThatThePlanHasNoAnswerFor() {
        bench.source.underWay(isDecided -> isDecided.test("mood", "LOUD") ? List.of() : List.of("1 customer is loud"));
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.result()).isEqualTo(StepResult.of(Completion.WAITS, List.of("1 customer is loud")));
            assertThat(bench.names("person")).isEmpty();

            bench.source.underWay(isDecided -> List.of());

            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).hasSize(3);
        }
    }

    @Test
    void runs_whenThePlanSaysWhatBecomesOfIt_inWhateverSpelling() {
        bench.source.underWay(isDecided -> isDecided.test("mood", "QUIET") ? List.of() : List.of("not decided"));
        try (Migration migration = bench.open()) {
            assertThat(Bench.readyAndRun(migration).result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void runs_whenThePlanMakesNothingOfIt() {
        bench.source.underWay(isDecided -> isDecided.test("weather", "rain") ? List.of() : List.of("it rains"));
        try (Migration migration = bench.open()) {
            assertThat(Bench.readyAndRun(migration).result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void waits_whenTheSourceCannotBeAsked() {
        bench.source.underWay(isDecided -> {
            throw new FatalConnectorException("the database is switched off. Start it");
        });
        try (Migration migration = bench.open()) {
            assertThat(Bench.readyAndRun(migration).result())
                    .isEqualTo(StepResult.of(
                            Completion.WAITS,
                            List.of("the source cannot be asked whether something is under way there: the database is"
                                    + " switched off. Start it")));
        }
    }

    @Test
    void asksNoMore_whenTheRunHasBegun() {
        AtomicInteger asked = new AtomicInteger();
        bench.source.underWay(isDecided -> {
            asked.incrementAndGet();
            return List.of();
        });
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            migration.run();

            assertThat(asked).hasValue(1);
        }
    }
}
