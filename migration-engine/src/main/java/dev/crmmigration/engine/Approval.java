package dev.crmmigration.engine;

import java.time.Instant;

/**
 * An approved plan.
 *
 * @param fingerprint what is approved
 * @param account the destination account it is approved for
 * @param by who approved it
 * @param at when
 */
public record Approval(StepResult result, String fingerprint, String account, String by, Instant at)
        implements Report {}
