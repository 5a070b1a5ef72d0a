package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.ExportScreen;
import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.api.source.UsualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a migration would take, from counts alone. */
class EstimateTest {

    private static final ObjectType CUSTOMER = ObjectType.of("customer");

    @TempDir
    Path folder;

    private Bench bench;

    /** Ten writes a day for every seat. */
    private record PerSeat(long seats) implements Pricing {

        @Override
        public List<Allowance> allowances() {
            return List.of(Allowance.daily("daily", 10 * seats));
        }

        @Override
        public List<Cost> write(ObjectType type, Action action, int records) {
            return List.of(new Cost("daily", records));
        }

        @Override
        public List<Cost> read(ScanRequest request, long records) {
            return List.of();
        }
    }

    @BeforeEach
    void priced() {
        bench = new Bench(folder);
        bench.destination
                .setting(Setting.optional("seats", "Seats", "1"))
                .setting(Setting.required("address", "Where the account is"))
                .tariff(settings ->
                        new PerSeat(Long.parseLong(settings.get("seats").orElseThrow())));
        bench.source.outline(new SourceOutline(
                List.of(new ObjectDescription(CUSTOMER, List.of(), ObjectTraits.SOURCE)),
                List.of(new ExportScreen(CUSTOMER, "customers", "Customers > Export", List.of("name"), 40, true, "")),
                List.of("no recordings")));
    }

    private Estimate estimate(Settings account, Map<String, Long> counts) {
        return Migration.builder()
                .source(bench.source, Settings.none())
                .destination(bench.destination, account)
                .mappings(bench.mappings)
                .estimate(counts);
    }

    private Estimate of(long customers) {
        return estimate(Settings.none(), Map.of("customers", customers));
    }

    @Test
    void countsWhatTheRowsMakeAtMost_andWhatEveryRecordGives() {
        assertThat(of(100).rows())
                .extracting(Estimate.Row::mapping, Estimate.Row::to, Estimate.Row::least, Estimate.Row::most)
                .containsExactly(
                        tuple("CustomerToPerson", "company", 0L, 100L),
                        tuple("CustomerToPerson", "person", 100L, 100L));
    }

    @Test
    void forecastsAsThePlanDoes_whenTheDataAreAsCounted() {
        bench.destination.pricing(new PerSeat(1));
        for (int i = 1; i <= 100; i++) {
            bench.source.add(Bench.customer(i).put("company", "Company " + i).build());
        }
        Plan plan;
        try (Migration migration = bench.builder()
                .destination(bench.destination, Settings.of("address", "box"))
                .build()) {
            plan = Bench.plan(migration);
        }

        Estimate.Budget budget = of(100).budgets().get(0);

        assertThat(plan.costs())
                .containsExactly(
                        new Plan.Cost("daily", budget.prepare(), budget.run(), budget.verify(), budget.rollback()));
        assertThat(budget.run()).isEqualTo(200);
        assertThat(budget.days()).isEqualTo(20);
        assertThat(budget.rollbackDays()).isEqualTo(20);
    }

    @Test
    void takesWhatARowMakes_whenItIsCounted() {
        Estimate estimate = estimate(Settings.none(), Map.of("customer", 100L, "CustomerToPerson", 7L));

        assertThat(estimate.rows().stream().mapToLong(Estimate.Row::most).sum()).isEqualTo(7);
        assertThat(estimate.records()).isEqualTo(100);
    }

    @Test
    void saysWhatWouldMakeTheUsualTimeReachable_whenTheBudgetIsTooSmall() {
        bench.source.usualTime(UsualTime.ofHours(48, 72));

        Estimate.Usual usual = of(100).usual().orElseThrow();

        assertThat(usual.reachable()).isFalse();
        // 400 units of run and rollback within three days, of which the first begins with a full allowance
        assertThat(usual.means())
                .anySatisfy(means -> assertThat(means).matches("[0-9]+ seats would do for 72 hours"))
                .anySatisfy(means -> assertThat(means).startsWith("134 units of 'daily' a day"));
        long seats = Long.parseLong(usual.means().get(0).split(" ", -1)[0]);
        assertThat(reachable(seats)).isTrue();
        assertThat(reachable(seats - 1)).isFalse();
    }

    private boolean reachable(long seats) {
        return estimate(Settings.of("seats", String.valueOf(seats)), Map.of("customers", 100L))
                .usual()
                .orElseThrow()
                .reachable();
    }

    @Test
    void countsTheExportsOfAPerson() {
        assertThat(of(81).exports())
                .containsExactly(new Estimate.Export("customer", "customers", "Customers > Export", 81, 3, true));
    }

    @Test
    void gradesByTheFacts() {
        Grade grade = of(100).grade();

        assertThat(grade.overall()).isBetween("A", "D");
        assertThat(grade.lines())
                .filteredOn(line -> line.name().equals("data volume"))
                .extracting(Grade.Line::reason)
                .containsExactly("200 records to write");
    }

    @Test
    void asksForAPlanOfItsOwn_whenThereAreMoreThanTwoMillions() throws IOException {
        Rates rates = rates("""
                {"currency": "EUR", "rules": [{"unit": "migration", "price": "900"}]}
                """);

        assertThat(of(2_000_000).notes()).noneMatch(note -> note.contains("plan of its own"));
        assertThat(rates.priced(of(2_000_000)).price()).isPresent();
        assertThat(of(2_000_001).notes()).anyMatch(note -> note.contains("plan of its own"));
        assertThat(rates.priced(of(2_000_001)).price()).isEmpty();
    }

    @Test
    void namesNoPrice_withoutATableOfRates() {
        assertThat(of(100).price()).isEmpty();
    }

    @Test
    void pricesByTheRules() throws IOException {
        Rates rates = rates("""
                {"currency": "EUR", "rules": [
                  {"name": "Base", "unit": "migration", "price": "900"},
                  {"name": "Customers", "unit": "object:customer", "each": 50, "included": 40, "price": "4.50"},
                  {"name": "Exports", "unit": "exports", "price": "10"},
                  {"name": "Hard", "unit": "grade:D", "price": "5000"}]}
                """);

        Estimate.Price price = rates.priced(of(100)).price().orElseThrow();

        assertThat(price.charges())
                .containsExactly(
                        new Estimate.Charge("Base", 1, "900"),
                        new Estimate.Charge("Customers", 100, "9.00"),
                        new Estimate.Charge("Exports", 3, "30"),
                        new Estimate.Charge("Hard", 0, "0"));
        assertThat(price.total()).isEqualTo("939.00");
    }

    @Test
    void namesEveryMistakeOfATableOfRates() {
        assertThatThrownBy(() -> rates("""
                {"currency": "euro", "rules": [{"unit": "hours", "price": "1"}, {"unit": "records", "price": "-1"}]}
                """))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("currency")
                .hasMessageContaining("rules[0].unit")
                .hasMessageContaining("rules[1]");
    }

    @Test
    void namesWhatCanBeCounted_whenACountIsUnknown() {
        assertThatThrownBy(() -> estimate(Settings.none(), Map.of("deals", 3L)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'deals' is not known. Known are customer");
    }

    @Test
    void saysSo_whenADestinationHasNoTariff() {
        bench = new Bench(folder.resolve("other"));

        assertThatThrownBy(() -> of(1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("only when its account is asked");
    }

    @Test
    void lastsAsLongAsTheBudgetSays() {
        assertThat(of(100).slowest()).isBetween(Duration.ofDays(19), Duration.ofDays(20));
        assertThat(of(100).fastest()).isBetween(Duration.ofDays(9), Duration.ofDays(10));
    }

    private Rates rates(String json) throws IOException {
        return Rates.read(Files.writeString(folder.resolve("rates.json"), json));
    }

    @Test
    void givesTheSameTwice() {
        assertThat(of(100)).isEqualTo(of(100)).extracting(Estimate::price).isEqualTo(Optional.empty());
    }
}
