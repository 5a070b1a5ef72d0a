package dev.crmmigration.connector.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with bulk jobs at a simulated account, and that every record arrives exactly once in spite of it. */
class BulkFaultsTest {

    private static final int RECORDS = 12;

    private static List<Write> contacts(SimulatedFreshsales account) {
        return IntStream.range(0, RECORDS)
                .mapToObj(i -> account.create(
                        "contact",
                        i,
                        Map.of(
                                "external_id",
                                "key-" + i,
                                "emails",
                                List.of(new ContactPoint("c" + i + "@one.example", "work", true)))))
                .toList();
    }

    private static void arrivedOnce(SimulatedFreshsales account, Map<EffectId, RecordRef> refs) {
        List<JsonObject> truth = account.truth("contacts");
        assertThat(truth).hasSize(RECORDS);
        assertThat(truth.stream().map(contact -> contact.text("external_id").orElse("")))
                .doesNotHaveDuplicates();
        assertThat(refs).hasSize(RECORDS);
        assertThat(refs.values().stream().map(RecordRef::id).sorted())
                .containsExactlyElementsOf(truth.stream()
                        .map(contact -> contact.id("id").orElseThrow())
                        .sorted()
                        .toList());
    }

    @Test
    void takesOneJobForAllRecords() {
        try (SimulatedFreshsales account = SimulatedFreshsales.start()) {
            List<WriteOutcome> outcomes = account.write(contacts(account));

            assertThat(outcomes)
                    .hasSize(RECORDS)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.Accepted.class));
            assertThat(account.calls("POST /api/contacts/bulk_upsert")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "none,false",
        "none,true",
        "fail-some,false",
        "fail-some,true",
        "fail-all,false",
        "never-ends,false",
        "never-ends,true",
        "never-says,false",
        "never-says,true",
        "forgotten,false",
        "forgotten,true"
    })
    void writesEveryRecordOnce_whateverBecomesOfTheJob(String fault, boolean crashes) {
        try (SimulatedFreshsales account = SimulatedFreshsales.start()) {
            account.edit("{'object':'jobs','next':'" + fault + "','every':3}");

            arrivedOnce(account, account.settle(contacts(account), crashes));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reset",
                "reset-after-commit",
                "status",
                "status-after-commit",
                "truncate",
                "null-body",
                "burst-429"
            })
    void writesEveryRecordOnce_whateverBecomesOfTheAnswer(String fault) {
        try (SimulatedFreshsales account = SimulatedFreshsales.start()) {
            account.inject("[{'method': 'POST', 'path': 'bulk_upsert$', 'count': 1, 'action': '" + fault + "'}]");

            arrivedOnce(account, account.settle(contacts(account), false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "status", "truncate", "burst-429", "daily-429"})
    void writesEveryRecordOnce_thoughTheStatusCannotBeRead(String fault) {
        try (SimulatedFreshsales account = SimulatedFreshsales.start()) {
            account.inject("[{'method': 'GET', 'path': 'job_statuses', 'count': 3, 'action': '" + fault + "'}]");

            arrivedOnce(account, account.settle(contacts(account), false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jobData,counts",
        "jobData,detailed",
        "jobDone,success",
        "jobDone,finished",
        "lag,PT60S",
        "jobSeconds,300",
        "upsertKeys,documented",
        "bulkRecords,5"
    })
    void writesEveryRecordOnce_whicheverWayTheAccountWorks(String setting, String answer) {
        try (SimulatedFreshsales account = SimulatedFreshsales.start(setting, answer)) {
            arrivedOnce(account, account.settle(contacts(account), false));
        }
    }

    @Test
    void refusesARecordWithoutHarmToTheOthers() {
        try (SimulatedFreshsales account = SimulatedFreshsales.start()) {
            account.edit("{'object':'contacts','add':{'emails':'c3@one.example'}}");

            Map<EffectId, RecordRef> refs = account.settle(contacts(account), false);

            assertThat(refs).hasSize(RECORDS - 1);
            assertThat(account.truth("contacts")).hasSize(RECORDS);
        }
    }

    @ParameterizedTest
    @CsvSource({"none,unique", "fail-some,unique", "never-says,unique", "fail-some,documented"})
    void writesEveryAccountOnce_byTheKeyInItsField(String fault, String upsertKeys) {
        try (SimulatedFreshsales account = SimulatedFreshsales.start("upsertKeys", upsertKeys)) {
            account.edit("{'object':'sales_account_fields','add':{'label':'Source key','type':'text','unique':true}}");
            account.reopen();
            account.edit("{'object':'jobs','next':'" + fault + "','every':2}");
            List<Write> batch = IntStream.range(0, RECORDS)
                    .mapToObj(i -> account.create(
                            "sales_account", i, Map.of("name", "Acme " + i, "cf_source_key", "key-" + i)))
                    .toList();

            Map<EffectId, RecordRef> refs = account.settle(batch, true);

            assertThat(account.calls("POST /api/sales_accounts/bulk_upsert")).isPositive();
            assertThat(refs).hasSize(RECORDS);
            assertThat(account.truth("sales_accounts")).hasSize(RECORDS);
        }
    }
}
