package dev.crmmigration.api.record;

/**
 * A record that takes part in another one, such as a person in an activity.
 *
 * @param record the one that takes part
 * @param primary whether it is the main one; at most one of a field is
 */
public record Participant(RecordRef record, boolean primary) {}
