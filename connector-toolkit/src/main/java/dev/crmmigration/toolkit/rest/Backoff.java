package dev.crmmigration.toolkit.rest;

import dev.crmmigration.toolkit.http.HttpReply.Answered;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long to wait before a request is made again. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int HALF = 500;

    private Backoff() {}

    /**
     * Returns twice as long after each try, scattered over the upper half.
     *
     * @param what the request, by which requests that failed together are made again at different times
     */
    static Duration after(int tries, String what) {
        Duration full = FIRST.multipliedBy(1L << Math.min(tries - 1, 6));
        Duration most = full.compareTo(LONGEST) > 0 ? LONGEST : full;
        int scattered = HALF + Math.floorMod((what + tries).hashCode(), HALF);
        return most.multipliedBy(scattered).dividedBy(2L * HALF);
    }

    /** Returns what a reply asks for: seconds, or a moment by the server's clock. */
    static Optional<Duration> asked(Answered reply) {
        String text = reply.header("retry-after").orElse("").strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        if (text.isEmpty() || reply.serverTime().isEmpty()) {
            return Optional.empty();
        }
        try {
            ZonedDateTime moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration rest = Duration.between(reply.serverTime().get(), moment.toInstant());
            return Optional.of(rest.isNegative() ? Duration.ZERO : rest);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
