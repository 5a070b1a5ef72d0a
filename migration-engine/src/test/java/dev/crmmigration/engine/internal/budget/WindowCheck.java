package dev.crmmigration.engine.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Adds up, for every call, what all calls within one window after it took: slow, and independent of the meter. */
final class WindowCheck {

    private WindowCheck() {}

    /** A call as the platform saw it. */
    record Seen(Instant at, long units) {}

    static void assertNeverMoreThan(long units, Duration window, List<Seen> calls) {
        List<Seen> sorted =
                calls.stream().sorted(Comparator.comparing(Seen::at)).toList();
        for (int first = 0; first < sorted.size(); first++) {
            Instant end = sorted.get(first).at().plus(window);
            long sum = 0;
            for (int i = first; i < sorted.size() && sorted.get(i).at().isBefore(end); i++) {
                sum += sorted.get(i).units();
            }
            assertThat(sum)
                    .as(
                            "units spent within %s from %s",
                            window, sorted.get(first).at())
                    .isLessThanOrEqualTo(units);
        }
    }
}
