package dev.crmmigration.engine;

import java.util.List;

/**
 * Whether the audit trail is whole, in every sink.
 *
 * @param events how many events the trail holds
 * @param position the line that is wrong, 0 if none is
 * @param problem what is wrong with it, empty if nothing is
 * @param trails each sink; the numbers above are those of the first that is not whole, or else of the file's
 */
public record AuditReport(StepResult result, long events, long position, String problem, List<Trail> trails)
        implements Report {

    public AuditReport {
        trails = List.copyOf(trails);
    }

    /**
     * The trail in one sink.
     *
     * @param sink its name
     * @param readable whether it can be read back; if not, nothing else is known
     * @param events how many events it holds
     * @param pending how many it does not hold yet: the next step delivers them
     * @param position the line or entry that is wrong, 0 if none is
     * @param problem what is wrong with it, empty if nothing is
     * @param signedUpTo the last event that is signed, 0 if none is; what comes after it is not
     * @param signedWith the names of the keys
     * @param signaturesChecked whether a key was given to check them with
     */
    public record Trail(
            String sink,
            boolean readable,
            long events,
            long pending,
            long position,
            String problem,
            long signedUpTo,
            List<String> signedWith,
            boolean signaturesChecked) {

        public Trail {
            signedWith = List.copyOf(signedWith);
        }
    }
}
