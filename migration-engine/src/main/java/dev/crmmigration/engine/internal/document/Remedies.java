package dev.crmmigration.engine.internal.document;

import java.util.Map;

/** What a person can do about a record that waits or was refused. */
final class Remedies {

    private static final Map<String, String> BY_REASON = Map.ofEntries(
            Map.entry(
                    "REFERENCE",
                    "The record that it refers to is not in the source: add it there and extract a delta, or"
                            + " let the plan leave the reference out."),
            Map.entry("BLOCKED", "It waits for another record: put that one right, then call run."),
            Map.entry(
                    "OWNER",
                    "Add the owner as a user of the destination, or name a replacement under owners in"
                            + " plan.json; then call run."),
            Map.entry("CONTENT", "The content of the file could not be read: export it again, then call run."),
            Map.entry(
                    "TOO_LARGE",
                    "Let it be split or linked to by the choice largeFiles, or raise the limit of the"
                            + " destination."),
            Map.entry("VALUE", "Add the value to its value map in plan.json, approve the plan, then call run."),
            Map.entry("OPTION", "Add the option to the field at the destination, or map the value to another one."),
            Map.entry(
                    "OBJECT", "The destination has no such object: change the mapping, or let an admin switch it on."),
            Map.entry("FIELD", "The destination has no such field: call prepare, or let an admin create it."),
            Map.entry("FUNCTION", "Correct the value at the source, or the expression in plan.json."),
            Map.entry(
                    "GONE",
                    "Somebody has deleted it at the destination: decide by the choice of the plan, or repair it."),
            Map.entry("SOURCE_DELETED", "The source has it no more: decide by the choice sourceDeleted."),
            Map.entry(
                    "IN_DOUBT",
                    "Nobody knows whether it was written: look for it at the destination, then call repair."));

    private Remedies() {}

    /**
     * Returns the remedy for a reason as reports have it.
     *
     * @param reason such as {@code OWNER owner_id}
     */
    static String of(String reason) {
        return BY_REASON.getOrDefault(
                reason.split(" ", 2)[0],
                "Read what the platform answered, correct the value or the plan, then call repair.");
    }
}
