package dev.crmmigration.toolkit.destination;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long to keep away from a gateway that blocks us: a client that goes on after 429s is blocked by Cloudflare, for
 * how long is not documented. So the pause doubles with every block that follows soon on another. Thread-safe.
 */
public final class GatewayBlocks {

    /** How long to keep away after a first block. */
    public static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** A block so long after the end of another has causes of its own. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final Clock clock;
    private Duration pause = Duration.ZERO;
    private Instant until = Instant.MIN;

    public GatewayBlocks(Clock clock) {
        this.clock = clock;
    }

    /** Notes a block and returns when it is worth trying again. Calls that were under way together count once. */
    public synchronized Instant met() {
        Instant now = clock.instant();
        if (now.isBefore(until)) {
            return until;
        }
        boolean isRepeated = !pause.isZero() && now.isBefore(until.plus(FORGOTTEN_AFTER));
        Duration longer = isRepeated ? pause.multipliedBy(2) : FIRST_PAUSE;
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        until = now.plus(pause);
        return until;
    }
}
