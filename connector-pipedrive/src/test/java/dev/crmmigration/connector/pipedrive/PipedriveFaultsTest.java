package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong at a simulated account, and what the writer says of it. */
class PipedriveFaultsTest {

    private static final Map<String, Object> JANE = Map.of("name", "Jane Doe");

    private SimulatedAccount account = SimulatedAccount.start();

    @AfterEach
    void close() {
        account.close();
    }

    private void restart(String... settings) {
        account.close();
        account = SimulatedAccount.start(settings);
    }

    @ParameterizedTest
    @CsvSource({
        "reset-after-commit,1",
        "truncate,1",
        "null-body,1",
        "status-after-commit,1",
        "reset,0",
        "status,0",
    })
    void isInDoubt_whateverBecameOfIt(String fault, int written) {
        account.catalog();
        account.inject("[{'method': 'POST', 'count': 1, 'action': '" + fault + "'}]");

        WriteOutcome outcome = account.create("person", JANE);

        assertThat(outcome).isInstanceOf(WriteOutcome.InDoubt.class);
        List<CrmRecord> found =
                account.scan(new ScanRequest.ChangedSince(ObjectType.of("person"), SimulatedAccount.START));
        assertThat(found.stream().map(CrmRecord::ref).distinct()).hasSize(written);
    }

    @ParameterizedTest
    @CsvSource({
        "burst-429,BURST",
        "daily-429,BUDGET",
        "html-403,BLOCKED",
    })
    void isPostponed_andNothingHappened(String fault, Reason reason) {
        account.catalog();
        account.inject("[{'method': 'POST', 'count': 1, 'action': '" + fault + "'}]");

        WriteOutcome outcome = account.create("person", JANE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        WriteOutcome.Postponed.class,
                        postponed -> assertThat(postponed.reason()).isEqualTo(reason));
        assertThat(account.all("person")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"401", "402"})
    void stops(String fault) {
        account.catalog();
        account.inject("[{'method': 'POST', 'count': 1, 'action': '" + fault + "'}]");

        assertThatThrownBy(() -> account.create("person", JANE))
                .isInstanceOf(FatalConnectorException.class)
                .hasMessageStartingWith("POST /api/v2/persons returned " + fault);
    }

    @ParameterizedTest
    @CsvSource({"json,off", "empty,off", "html,off", "json,on", "empty,on", "html,on"})
    void tellsAFullWindowFromADayThatIsGone_whateverTheBody(String body, String retryAfter) {
        restart("burstBody", body, "retryAfter", retryAfter, "plan", "lite");
        account.catalog();
        account.inject(
                "[{'method': 'POST', 'nth': 1, 'action': 'burst-429'},{'method': 'POST', 'action': 'daily-429'}]");

        WriteOutcome burst = account.create("person", JANE);
        WriteOutcome day = account.create("person", JANE);

        assertThat(((WriteOutcome.Postponed) burst).reason()).isEqualTo(Reason.BURST);
        assertThat(((WriteOutcome.Postponed) burst).notBefore())
                .isBetween(SimulatedAccount.START, SimulatedAccount.START.plusSeconds(10));
        assertThat(day)
                .isEqualTo(new WriteOutcome.Postponed(
                        SimulatedAccount.effect("person"), Instant.parse("2026-03-03T00:00:00Z"), Reason.BUDGET));
        assertThat(account.context.onlyMeter().lessons).hasSize(2).anyMatch(lesson -> lesson.startsWith("daily 0 "));
    }

    @Test
    void isAlreadyGone_whenItIsDeletedTwice() {
        account.catalog();
        RecordRef jane = account.created("person", JANE).ref();
        RecordRef note = account.created("note", Map.of("content", "Hi", "person_id", jane))
                .ref();

        assertThat(List.of(how(account.delete(note)), how(account.delete(note))))
                .containsExactly(How.DELETED, How.ALREADY_GONE);
        assertThat(List.of(how(account.delete(jane)), how(account.delete(jane))))
                .containsExactly(How.DELETED, How.ALREADY_GONE);
    }

    private static How how(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        return ((WriteOutcome.Written) outcome).how();
    }

    @Test
    void isRejected_whenAReferenceLeadsNowhere() {
        WriteOutcome outcome =
                account.create("person", Map.of("name", "Jane", "org_id", RecordRef.of("organization", "999999")));

        assertThat(outcome).isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(account.all("person")).isEmpty();
    }
}
