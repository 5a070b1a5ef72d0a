package dev.crmmigration.engine;

/**
 * What became of an erasure.
 *
 * @param erased how many hashes of the audit trail stand for nobody any more; {@code WAITS} if none did
 */
public record AuditErasure(StepResult result, long erased) implements Report {}
