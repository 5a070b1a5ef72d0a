package dev.crmmigration.connector.profi.mapping;

import static dev.crmmigration.connector.profi.mapping.Export.PARTICIPANT;

/** Expressions over a client about the series that its sessions form. */
public final class RecurrenceText {

    private RecurrenceText() {}

    /** Returns one line for each series, of the client's own sessions and of those in groups. */
    public static String all(Export export) {
        String series = "related(session, on: client_id, equals: $id, each: recurring_schedule, reduce: list, order:"
                + " starts_at)";
        String inGroups = export.has(PARTICIPANT)
                ? "related(session, on: $id, equals: related(session_participant, on: client_id, equals: $id, each:"
                        + " session_id, reduce: list), each: recurring_schedule, reduce: list, order: starts_at)"
                : "null";
        return "join(\"\\n\", union(" + series + ", " + inGroups + "))";
    }
}
