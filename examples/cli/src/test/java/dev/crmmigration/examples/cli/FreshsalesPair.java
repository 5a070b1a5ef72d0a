package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.RollbackReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every pair to Freshsales shows. The sample is migrated once for all that looks at the account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FreshsalesPair {

    FreshsalesAccount account;

    /** Returns an account to which nothing was migrated yet. */
    abstract FreshsalesAccount open(Path folder);

    /** Returns what the sample needs to be decided: names of choices, each with its answer. */
    abstract String[] policies();

    @BeforeAll
    final void migrate(@TempDir Path folder) {
        account = open(folder);
        account.run(policies());
    }

    @AfterAll
    final void end() {
        account.close();
    }

    @Test
    final void closesAllCountsAndReadsEveryValueBack() {
        assertThat(account.report().failed()).isEmpty();
        assertThat(account.reconciliation().closed()).isTrue();
        assertThat(account.reconciliation().differences()).isEmpty();
        assertThat(account.reconciliation().verified())
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object.equal()).isEqualTo(object.records()));
    }

    @Test
    final void takesEverythingAwayAgain(@TempDir Path folder) {
        try (FreshsalesAccount other = open(folder)) {
            other.run(policies());
            assertThat(other.all("contacts")).isNotEmpty();

            try (Migration migration = other.open(policies())) {
                RollbackReport back = migration.rollback();
                assertThat(back.result().reasons()).isEmpty();
                assertThat(back.proven()).isTrue();
            }

            other.look();
            for (String object : List.of(
                    "contacts",
                    "sales_accounts",
                    "deals",
                    "appointments",
                    "tasks",
                    "notes",
                    "sales_activities",
                    "documents",
                    "document_links")) {
                assertThat(other.all(object)).as(object).isEmpty();
            }
        }
    }

    final String stage(String key) {
        return account.named("deal_stages", account.withKey("deals", key).path("deal_stage_id"));
    }

    final String text(String object, JsonNode record, String label) {
        return account.custom(object, record, label).asText("");
    }

    /** Returns the names of all records of an object. */
    final List<String> names(String object) {
        return account.all(object).stream()
                .map(one -> one.path("name").asText())
                .toList();
    }
}
