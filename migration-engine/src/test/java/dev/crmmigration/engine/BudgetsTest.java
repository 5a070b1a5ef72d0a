package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.engine.internal.budget.Spent;
import dev.crmmigration.engine.internal.time.VirtualTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetsTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final VirtualTime time = new VirtualTime(START);
    private final Budgets budgets = Budgets.create(time, time);

    @Test
    void countsTogether_whenTwoMigrationsUseOneAccount() throws InterruptedException {
        budgets.meters().meter("acme").declare(List.of(Allowance.daily("daily", 100)));
        budgets.meters().meter("acme").acquire(List.of(new Cost("daily", 60)));
        budgets.meters().meter("acme").acquire(List.of(new Cost("daily", 30)));

        assertThat(budgets.meters().snapshot("acme")).containsExactly(new Spent("acme", "daily", TODAY, 90));
    }

    @Test
    void countsApart_whenTheAccountsDiffer() throws InterruptedException {
        budgets.meters().restore(List.of(new Spent("acme", "daily", TODAY, 100)));
        budgets.meters().meter("acme").declare(List.of(Allowance.daily("daily", 100)));
        budgets.meters().meter("bolt").declare(List.of(Allowance.daily("daily", 100)));

        assertThat(budgets.meters().meter("acme").acquire(List.of(new Cost("daily", 1))))
                .isPresent();
        assertThat(budgets.meters().meter("bolt").acquire(List.of(new Cost("daily", 1))))
                .isEmpty();
        assertThat(budgets.meters().ledger())
                .extracting(line -> line.account() + " " + line.remaining())
                .containsExactly("acme 0", "bolt 99");
    }

    @Test
    void letsAProbeThrough_whenTheAccountIsOnlyKnownFromAnEarlierProcess() throws InterruptedException {
        budgets.meters().restore(List.of(new Spent("acme", "daily", TODAY, 100)));

        budgets.meters().allowProbes();

        budgets.meters().meter("acme").declare(List.of(Allowance.daily("daily", 100)));
        assertThat(budgets.meters().meter("acme").acquire(List.of(new Cost("daily", 1))))
                .isEmpty();
        assertThat(budgets.meters().meter("acme").acquire(List.of(new Cost("daily", 1))))
                .isPresent();
    }
}
