package dev.crmmigration.testkit.simulator;

import java.time.Duration;

/**
 * What a {@link FaultProxy} does to one exchange.
 *
 * @param delay how long a slow answer is held back in its middle, in real time
 */
public record NetworkFault(Kind kind, Duration delay) {

    /** Passes the exchange on as it is. */
    public static final NetworkFault NONE = new NetworkFault(Kind.NONE, Duration.ZERO);
    /** Resets the connection; the server does not see the request. */
    public static final NetworkFault RESET_BEFORE_REQUEST = new NetworkFault(Kind.RESET_BEFORE_REQUEST, Duration.ZERO);
    /** Lets the server answer and resets the connection instead of passing the answer on. */
    public static final NetworkFault RESET_AFTER_ANSWER = new NetworkFault(Kind.RESET_AFTER_ANSWER, Duration.ZERO);
    /** Passes half of the answer on and closes the connection. */
    public static final NetworkFault TRUNCATED = new NetworkFault(Kind.TRUNCATED, Duration.ZERO);

    /** Holds the second half of the answer back. */
    public static NetworkFault slow(Duration delay) {
        return new NetworkFault(Kind.SLOW, delay);
    }

    /** The ways in which a network fails. */
    public enum Kind {
        NONE,
        RESET_BEFORE_REQUEST,
        RESET_AFTER_ANSWER,
        TRUNCATED,
        SLOW
    }
}
