package dev.crmmigration.connector.freshsales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a full window, a wrong key and an answer of another kind come to. */
class FreshsalesLimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"seconds", "epoch"})
    void parks_whenTheHourIsGone(String reset) {
        try (TestAccount account = TestAccount.start("-callsPerHour", "20", "-rateReset", reset)) {
            account.session.catalog();
            WriteOutcome last = account.write(account(0));
            for (int i = 1; i < 20 && !(last instanceof WriteOutcome.Postponed); i++) {
                last = account.write(account(i));
            }

            assertThat(last).isInstanceOfSatisfying(WriteOutcome.Postponed.class, postponed -> {
                assertThat(postponed.reason()).isEqualTo(WriteOutcome.Reason.BUDGET);
                assertThat(postponed.notBefore()).isEqualTo("2026-03-02T10:00:00Z");
            });
            assertThat(account.meter.lessons).contains("hour 0 2026-03-02T10:00:00Z");
        }
    }

    private static Write account(int number) {
        return TestAccount.create("sales_account", number, Map.of("name", "Acme " + number));
    }

    @Test
    void waitsAMinute_whenTheMinuteIsFull() {
        try (TestAccount account = TestAccount.start("-callsPerMinute", "18")) {
            account.session.catalog();
            WriteOutcome last = account.write(account(0));
            for (int i = 1; i < 20 && !(last instanceof WriteOutcome.Postponed); i++) {
                last = account.write(account(i));
            }

            assertThat(last)
                    .isInstanceOfSatisfying(
                            WriteOutcome.Postponed.class,
                            postponed -> assertThat(postponed.reason()).isEqualTo(WriteOutcome.Reason.BURST));
        }
    }

    @Test
    void stops_whenTheKeyIsRefused() {
        try (TestAccount account = TestAccount.start()) {
            account.session.catalog();
            account.inject("[{'action': '401'}]");

            assertThatThrownBy(() -> account.write(account(1)))
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessageStartingWith("POST /api/sales_accounts returned 401. Check that the setting apiKey");
        }
    }

    @Test
    void triesReadsAgain_andDoubtsWrites_whenTheServerFails() {
        try (TestAccount account = TestAccount.start()) {
            account.session.catalog();
            account.inject("[{'method': 'POST', 'count': 1, 'action': 'status'}, {'method': 'GET', 'count': 1,"
                    + " 'action': 'status'}]");

            assertThat(account.write(account(1))).isInstanceOf(WriteOutcome.InDoubt.class);
            assertThatThrownBy(() -> account.all("sales_account")).isInstanceOf(RetryableConnectorException.class);
            assertThat(account.all("sales_account")).isEmpty();
        }
    }
}
