package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Estimates with the connectors on board, without a config file. */
class EstimateCommandTest {

    @TempDir
    private Path folder;

    private JsonNode estimate(Shell shell, String... arguments) throws Exception {
        assertThat(shell.call(arguments)).as(shell.err()).isZero();
        return shell.json();
    }

    @Test
    void saysWhatAMoveFromKartraTakes() throws Exception {
        JsonNode estimate = estimate(
                new Shell(folder),
                "--json",
                "estimate",
                "--from",
                "kartra",
                "--to",
                "pipedrive",
                "--counts",
                "contacts=12000,transactions=4000",
                "--plan",
                "growth",
                "--seats",
                "3");

        assertThat(estimate.path("records").asLong()).isEqualTo(16_000);
        assertThat(estimate.path("rows")).anySatisfy(row -> {
            assertThat(row.path("mapping").asText()).isEqualTo("TransactionToDeal");
            assertThat(row.path("most").asLong()).isEqualTo(4_000);
        });
        assertThat(estimate.path("budgets")).anySatisfy(budget -> {
            assertThat(budget.path("allowance").asText()).isEqualTo("daily");
            assertThat(budget.path("units").asLong()).isEqualTo(180_000);
            assertThat(budget.path("rollback").asLong()).isPositive();
        });
        assertThat(estimate.at("/usual/reachable").asBoolean()).isTrue();
        assertThat(estimate.at("/exports/0/exports").asLong()).isEqualTo(5);
        assertThat(estimate.path("price").isNull()).isTrue();
        assertThat(estimate.at("/grade/lines")).hasSize(5);
    }

    /** The application is read by itself, so that nobody exports anything. */
    @Test
    void saysWhatAMoveFromNextCrmTakes_toEitherDestination() throws Exception {
        for (String destination : List.of("pipedrive", "freshsales")) {
            JsonNode estimate = estimate(
                    new Shell(folder),
                    "--json",
                    "estimate",
                    "--from",
                    "nextcrm",
                    "--to",
                    destination,
                    "--counts",
                    "contacts=5000,accounts=1200,opportunities=900,activities=3000,campaigns=4");

            assertThat(estimate.path("records").asLong()).isEqualTo(10_104);
            assertThat(estimate.path("rows")).as(destination).anySatisfy(row -> {
                assertThat(row.path("mapping").asText()).isEqualTo("OpportunityToDeal");
                assertThat(row.path("most").asLong()).isEqualTo(900);
            });
            assertThat(estimate.path("exports")).isEmpty();
            assertThat(estimate.path("gaps")).isNotEmpty();
            assertThat(estimate.at("/grade/lines")).hasSize(5);
        }
    }

    @Test
    void doesWithFewerDays_whenThereAreMoreSeats() throws Exception {
        assertThat(daysOfProfi("1")).isGreaterThan(daysOfProfi("10"));
    }

    private long daysOfProfi(String seats) throws Exception {
        JsonNode estimate = estimate(
                new Shell(folder),
                "--json",
                "estimate",
                "--from",
                "profi",
                "--to",
                "pipedrive",
                "--counts",
                "clients=30000,sessions=90000",
                "--seats",
                seats);
        long days = 0;
        for (JsonNode budget : estimate.path("budgets")) {
            days = Math.max(days, budget.path("days").asLong());
        }
        return days;
    }

    @Test
    void printsTextWithThePrice_whenThereIsATableOfRates() {
        Shell shell = new Shell(folder);
        shell.write("rates.json", """
                {"currency": "EUR", "rules": [{"name": "Base price", "unit": "migration", "price": "1200"}]}
                """);

        assertThat(shell.call(
                        "estimate",
                        "--from",
                        "kartra",
                        "--to",
                        "pipedrive",
                        "--counts",
                        "contact=10",
                        "--rates",
                        folder.resolve("rates.json").toString()))
                .isZero();
        assertThat(shell.out())
                .contains("kartra to pipedrive, 10 records", "Base price", "in all 1200 EUR", "estimate: complete");
    }

    @Test
    void namesThePlan_whenItIsUnknown() {
        Shell shell = new Shell(folder);

        assertThat(shell.call(
                        "estimate", "--from", "kartra", "--to", "pipedrive", "--counts", "contact=1", "--plan", "gold"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("setting 'plan' must be one of");
    }
}
