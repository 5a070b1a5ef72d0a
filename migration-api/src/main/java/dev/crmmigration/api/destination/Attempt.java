package dev.crmmigration.api.destination;

import java.time.Instant;
import java.util.Optional;

/**
 * A write that was sent and of which it is not known whether it happened.
 *
 * @param write what was sent
 * @param sentAt when it was first sent, by the destination's clock as far as it is known
 * @param ticket the job that took it, if one did
 */
public record Attempt(Write write, Instant sentAt, Optional<String> ticket) {}
