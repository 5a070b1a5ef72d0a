package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the headers of replies say about the limits (pipedrive.readme.io/docs/core-api-concepts-rate-limiting, read
 * 2026-09-17). Those of the day are not on all replies. Remembers how large they say the limits are. Thread-safe.
 */
final class LimitHeaders {

    private static final String BURST_LIMIT = "x-ratelimit-limit";
    private static final String BURST_LEFT = "x-ratelimit-remaining";
    private static final String BURST_RESET = "x-ratelimit-reset";
    private static final String DAY_LIMIT = "x-daily-ratelimit-token-limit";
    private static final String DAY_LEFT = "x-daily-ratelimit-token-remaining";

    /** Counts calls instead of tokens; on some replies to old accounts. */
    private static final String DAY_CALLS_LEFT = "x-daily-requests-left";

    private static final long LONGEST_BURST_SECONDS = 120;

    /** A 429 that says nothing at all; longer than any burst window, so that no block follows. */
    private static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(30);

    private final long headroom;
    private volatile long burstLimit;
    private volatile long dayLimit;

    /** @param headroom tokens of the day that are left to others */
    LimitHeaders(long headroom) {
        this.headroom = headroom;
    }

    /** What a 429 means. */
    record TooMany(boolean dayIsGone, Instant until, Duration pause) {}

    /** Other apps spend the same tokens, and the plan may be another than the settings say. */
    void learn(Answered reply, Meter meter, Instant serverTime) {
        number(reply, BURST_LIMIT).ifPresent(limit -> burstLimit = limit);
        number(reply, DAY_LIMIT).ifPresent(limit -> dayLimit = limit);
        // A reply that is not a 429 is no reason to stop altogether, and may be older than one that was read before
        number(reply, BURST_LEFT)
                .ifPresent(
                        left -> meter.learn(PipedrivePricing.BURST, Math.max(1, left), Optional.empty(), serverTime));
        number(reply, DAY_LEFT)
                .ifPresent(left -> meter.learn(
                        PipedrivePricing.DAILY, Math.max(0, left - headroom), Optional.empty(), serverTime));
    }

    /**
     * Tells a full window from a day that is gone: at least one call left in the window means that it is the day; the
     * body is not documented.
     */
    TooMany tooMany(Answered reply, Meter meter, Instant serverTime) {
        Optional<Duration> wait = wait(reply);
        boolean isLong = wait.map(Duration::toSeconds).orElse(0L) > LONGEST_BURST_SECONDS;
        boolean isZero = number(reply, DAY_LEFT).equals(Optional.of(0L))
                || number(reply, DAY_CALLS_LEFT).equals(Optional.of(0L));
        if (isZero || number(reply, BURST_LEFT).map(calls -> calls > 0).orElse(isLong)) {
            Instant reset = isLong ? serverTime.plus(wait.orElseThrow()) : midnightAfter(serverTime);
            meter.learn(PipedrivePricing.DAILY, 0, Optional.of(reset), serverTime);
            return new TooMany(true, reset, Duration.between(serverTime, reset));
        }
        Duration pause = wait.orElse(UNKNOWN_PAUSE);
        meter.learn(PipedrivePricing.BURST, 0, Optional.of(serverTime.plus(pause)), serverTime);
        return new TooMany(false, serverTime.plus(pause), pause);
    }

    /** Returns how long a reply asks to wait, at least a second. */
    static Optional<Duration> wait(Answered reply) {
        return number(reply, "retry-after")
                .or(() -> number(reply, BURST_RESET))
                .map(seconds -> Duration.ofSeconds(Math.max(1, seconds)));
    }

    private static Optional<Long> number(Answered reply, String header) {
        return reply.header(header)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::valueOf);
    }

    private static Instant midnightAfter(Instant serverTime) {
        LocalDate today = LocalDate.ofInstant(serverTime, ZoneOffset.UTC);
        return today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Returns how many calls the account allows in its window, if a reply said so. */
    OptionalLong burstLimit() {
        return burstLimit > 0 ? OptionalLong.of(burstLimit) : OptionalLong.empty();
    }

    /** Returns how many tokens the account may spend on a day, if a reply said so. */
    OptionalLong dayLimit() {
        return dayLimit > 0 ? OptionalLong.of(dayLimit) : OptionalLong.empty();
    }
}
