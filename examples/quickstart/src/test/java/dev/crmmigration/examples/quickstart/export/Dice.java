package dev.crmmigration.examples.quickstart.export;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way every time. Not thread-safe. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** Returns a number from {@code lowest} to {@code highest}, both included. */
    int number(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    boolean falls(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Returns a moment by day: no clock is ever changed then. */
    LocalDateTime momentOn(LocalDateTime day) {
        return day.truncatedTo(ChronoUnit.DAYS)
                .plusHours(number(7, 21))
                .plusMinutes(number(0, 59))
                .plusSeconds(number(0, 59));
    }

    String hex(int digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }
}
