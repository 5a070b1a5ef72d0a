package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.SourceInventory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How hard a migration is, by the facts of its plan. */
class GradeTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
    }

    private Grade grade() {
        try (Migration migration = bench.open()) {
            return Bench.plan(migration).grade();
        }
    }

    private static Grade.Line line(Grade grade, String name) {
        return grade.lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isA_whenNothingIsInTheWay() {
        Grade grade = grade();

        assertThat(grade.lines())
                .extracting(Grade.Line::name)
                .containsExactly(
                        "object compatibility", "field mapping clarity", "timeline", "API constraints", "data volume");
        assertThat(line(grade, "object compatibility").reason()).startsWith("1 of 1 objects map 1:1");
        assertThat(line(grade, "data volume").reason()).isEqualTo("16 records to write");
        assertThat(grade.latest()).isGreaterThan(grade.earliest());
    }

    @Test
    void saysThatFieldsAreUnclear_whileQuestionsAreOpen() {
        assertThat(line(grade(), "field mapping clarity").grade()).isNotEqualTo("C");
        bench = new Bench(folder.resolve("other")).customers(9);
        bench.policies.clear();

        assertThat(line(grade(), "field mapping clarity").grade()).isEqualTo("C");
    }

    @Test
    void saysThatItTakesLong_whenTheBudgetIsSmall() {
        bench.destination.pricing(new Pricing() {
            @Override
            public List<Allowance> allowances() {
                return List.of(Allowance.daily("daily", 1));
            }

            @Override
            public List<Cost> write(ObjectType type, Action action, int records) {
                return List.of(new Cost("daily", 1));
            }

            @Override
            public List<Cost> read(ScanRequest request, long records) {
                return List.of();
            }

            @Override
            public List<Cost> schema(SchemaElement element) {
                return List.of();
            }

            @Override
            public List<Cost> chore(Chore chore) {
                return List.of();
            }
        });

        Grade grade = grade();

        assertThat(line(grade, "timeline").grade()).isEqualTo("C");
        assertThat(grade.earliest()).isBetween(Duration.ofDays(14), Duration.ofDays(16));
    }

    @Test
    void saysWhatCannotBeReadBackOrGiven() {
        bench.destination.traits("person", ObjectTraits.written(1).withReadBack(ReadBack.NONE));
        bench.source.inventory(new SourceInventory(List.of(), List.of("no recordings")));

        Grade.Line calls = line(grade(), "API constraints");

        assertThat(calls.grade()).isEqualTo("C");
        assertThat(calls.reason()).contains("1 not at all", "names 1 things");
    }
}
