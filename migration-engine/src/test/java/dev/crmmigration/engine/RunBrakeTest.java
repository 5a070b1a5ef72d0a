package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run in which record after record is refused stops, and says why. */
class RunBrakeTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(300);
    }

    /** Refuses the customers with these numbers; companies are taken. */
    private void refuse(IntPredicate numbers) {
        bench.account.before(write -> isPerson(write)
                        && numbers.test(Integer.parseInt(write.effect().source().id()))
                ? Optional.of(new WriteOutcome.Rejected(
                        write.effect(), List.of(new FieldError("name", "TOO_LONG", "shorten it"))))
                : Optional.empty());
    }

    private static boolean isPerson(Write write) {
        return write instanceof Write.Create create && create.type().name().equals("person");
    }

    private RunReport run() {
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            return migration.run();
        }
    }

    private long failed() {
        try (Migration migration = bench.open()) {
            return migration.status().effects().getOrDefault("FAILED", 0L);
        }
    }

    @Test
    void brakesAtTheBeginning_whenEveryRecordIsRefused() {
        refuse(number -> true);

        RunReport report = run();

        assertThat(report.result().completion()).isEqualTo(Completion.STOPPED);
        assertThat(report.result().reasons())
                .singleElement()
                .asString()
                .matches("stopped because \\d+ of \\d+ records were refused, most of them with TOO_LONG \\(name\\);"
                        + " brakeAfterFailures is 50 %\\. .*call run again: it goes on with the records that were not"
                        + " tried yet");
        assertThat(failed()).isBetween(10L, 75L);
    }

    @Test
    void goesOnForAnotherStretch_whenItIsCalledAgain() {
        refuse(number -> true);
        run();
        long first = failed();

        try (Migration migration = bench.open()) {
            assertThat(migration.run().result().completion()).isEqualTo(Completion.STOPPED);
        }

        assertThat(failed() - first).isBetween(10L, 75L);
    }

    @Test
    void stopsLater_whenEverySixthRecordIsRefused() {
        refuse(number -> number % 6 == 0);

        RunReport report = run();

        assertThat(report.result().completion()).isEqualTo(Completion.STOPPED);
        assertThat(report.result().reasons().get(0)).contains("stopAfterFailures is 10 %");
        // What was under way when the limit was passed has an end as well
        assertThat(failed()).isBetween(20L, 60L);
    }

    @Test
    void doesNotStop_whenFewerAreRefused() {
        refuse(number -> number % 12 == 0);

        assertThat(run().result().completion()).isEqualTo(Completion.WAITS);
        assertThat(failed()).isEqualTo(25);
    }

    @Test
    void doesNotStop_whenOnlyAFewAreRefusedAtTheBeginning() {
        refuse(number -> number <= 9);

        assertThat(run().result().completion()).isEqualTo(Completion.WAITS);
        assertThat(failed()).isEqualTo(9);
    }

    @Test
    void doesNotStop_whenThereIsNoLimit() {
        refuse(number -> true);
        bench.policies.put("stopAfterFailures", "never");
        bench.policies.put("brakeAfterFailures", "never");

        assertThat(run().result().completion()).isEqualTo(Completion.WAITS);
        assertThat(failed()).isEqualTo(300);
    }

    @Test
    void stopsAtTheLimitThatThePlanSays() {
        refuse(number -> number % 6 == 0);
        bench.policies.put("stopAfterFailures", "20");

        assertThat(run().result().completion()).isEqualTo(Completion.WAITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "ten", "5 %"})
    void asks_whenTheLimitIsNoPercentage(String answer) {
        bench.policies.put("stopAfterFailures", answer);
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions())
                    .extracting(Plan.Question::question)
                    .contains("give a percentage from 1 to 100, or never");
        }
    }
}
