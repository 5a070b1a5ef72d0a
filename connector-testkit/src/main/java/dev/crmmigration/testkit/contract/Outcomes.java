package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.WriteOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks into outcomes. */
final class Outcomes {

    private Outcomes() {}

    static Optional<WriteOutcome.Written> written(WriteOutcome outcome) {
        return outcome.match(
                Optional::of,
                accepted -> Optional.empty(),
                rejected -> Optional.empty(),
                postponed -> Optional.empty(),
                inDoubt -> Optional.empty());
    }

    /** Returns the errors of a refusal, or none. */
    static List<FieldError> errors(WriteOutcome outcome) {
        return outcome.match(
                written -> List.of(),
                accepted -> List.of(),
                WriteOutcome.Rejected::errors,
                postponed -> List.of(),
                inDoubt -> List.of());
    }

    static boolean isRejected(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Rejected;
    }

    static boolean isInDoubt(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.InDoubt;
    }

    static boolean is(WriteOutcome outcome, WriteOutcome.How how) {
        return written(outcome).filter(written -> written.how() == how).isPresent();
    }

    /** Tells whether a refusal names a field. */
    static boolean names(WriteOutcome outcome, String field) {
        return errors(outcome).stream().anyMatch(error -> error.field().equals(field));
    }

    /** Says what became of a write, with what the platform said: samples are invented. */
    static String told(WriteOutcome outcome) {
        return outcome.match(
                written -> "Written, " + written.how(),
                accepted -> "Accepted",
                rejected -> "Rejected: "
                        + rejected.errors().stream()
                                .map(error -> error + ", " + error.remedy())
                                .collect(Collectors.joining("; ")),
                postponed -> "Postponed, " + postponed.reason(),
                inDoubt -> "InDoubt, " + inDoubt.cause());
    }
}
