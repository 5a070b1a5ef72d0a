package dev.crmmigration.engine;

/**
 * Whether the audit trail is whole.
 *
 * @param events how many events the trail holds
 * @param position the line that is wrong, 0 if none is
 * @param problem what is wrong with it, empty if nothing is
 */
public record AuditReport(StepResult result, long events, long position, String problem) implements Report {}
