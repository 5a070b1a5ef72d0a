package dev.crmmigration.engine.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.engine.internal.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadRetriesTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Backoff FOUR_TRIES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(3), 4);

    private final VirtualTime time = new VirtualTime(START);
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final List<Duration> calls = new ArrayList<>();

    @Test
    void returnsWhatIsRead_whenTheLastTrySucceeds() {
        failures.addAll(List.of(reset(), reset(), reset()));

        assertThat(retries().call(this::read)).isEqualTo("page");

        assertThat(calls).hasSize(4);
        assertThat(gap(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(gap(2)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(gap(3)).isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(3));
    }

    @Test
    void waitsTheSame_whenTheSeedIsTheSame() {
        failures.addAll(List.of(reset(), reset(), reset()));
        retries().call(this::read);
        List<Duration> first = List.copyOf(calls);
        calls.clear();
        VirtualTime again = new VirtualTime(START);
        failures.addAll(List.of(reset(), reset(), reset()));

        new ReadRetries(FOUR_TRIES, again, again, new Random(7)).call(() -> {
            calls.add(Duration.between(START, again.instant()));
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return "page";
        });

        assertThat(calls).isEqualTo(first);
    }

    @Test
    void throwsTheLastFailure_whenAllTriesFail() {
        RetryableConnectorException last = reset();
        failures.addAll(List.of(reset(), reset(), reset(), last));

        assertThatThrownBy(() -> retries().call(this::read)).isSameAs(last);

        assertThat(calls).hasSize(4);
    }

    @Test
    void triesAgainWhenThePlatformSaysSo() {
        failures.add(RetryableConnectorException.notBefore("GET /deals was refused.", START.plusSeconds(300)));

        retries().call(this::read);

        assertThat(calls).containsExactly(Duration.ZERO, Duration.ofMinutes(5));
    }

    @Test
    void backsOff_whenThePlatformNamesAMomentThatIsPast() {
        failures.add(RetryableConnectorException.notBefore("GET /deals was refused.", START));

        retries().call(this::read);

        assertThat(gap(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void triesOnce_whenTheBudgetIsGone() {
        RetryableConnectorException gone =
                RetryableConnectorException.budgetGone("the daily budget is gone.", START.plusSeconds(9));
        failures.add(gone);

        assertThatThrownBy(() -> retries().call(this::read)).isSameAs(gone);

        assertThat(calls).hasSize(1);
    }

    @Test
    void triesOnce_whenAPersonHasToAct() {
        FatalConnectorException fatal = new FatalConnectorException("GET /deals returned 401. Check the token.");
        failures.add(fatal);

        assertThatThrownBy(() -> retries().call(this::read)).isSameAs(fatal);

        assertThat(calls).hasSize(1);
    }

    @Test
    void stopsAndKeepsTheInterrupt_whenTheThreadIsInterruptedWhileItWaits() {
        RetryableConnectorException failure = reset();
        ReadRetries interrupted = new ReadRetries(
                FOUR_TRIES,
                time,
                moment -> {
                    throw new InterruptedException();
                },
                new Random(7));
        failures.add(failure);

        assertThatThrownBy(() -> interrupted.call(this::read)).isSameAs(failure);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls).hasSize(1);
    }

    @Test
    void stopsAndKeepsTheInterrupt_whenTheReadWasInterrupted() {
        RetryableConnectorException failure = reset();

        assertThatThrownBy(() -> retries().call(() -> {
                    calls.add(Duration.ZERO);
                    Thread.currentThread().interrupt();
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls).hasSize(1);
    }

    private ReadRetries retries() {
        return new ReadRetries(FOUR_TRIES, time, time, new Random(7));
    }

    private String read() {
        calls.add(Duration.between(START, time.instant()));
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        return "page";
    }

    private Duration gap(int number) {
        return calls.get(number).minus(calls.get(number - 1));
    }

    private static RetryableConnectorException reset() {
        return RetryableConnectorException.of("GET /deals was cut off.", null);
    }
}
