package dev.crmmigration.api.destination;

import java.util.List;
import java.util.function.Function;

/** What became of a wish about the schema. */
public sealed interface SchemaOutcome {

    /** Calls the function of this case. A new case adds a parameter, so that every caller must handle it. */
    <R> R match(
            Function<Created, R> created,
            Function<Reused, R> reused,
            Function<Removed, R> removed,
            Function<AlreadyGone, R> alreadyGone,
            Function<Kept, R> kept,
            Function<ForAPerson, R> forAPerson,
            Function<Refused, R> refused);

    /** The element is there because this migration made it. */
    record Created(SchemaReceipt receipt) implements SchemaOutcome {
        @Override
        public <R> R match(
                Function<Created, R> created,
                Function<Reused, R> reused,
                Function<Removed, R> removed,
                Function<AlreadyGone, R> alreadyGone,
                Function<Kept, R> kept,
                Function<ForAPerson, R> forAPerson,
                Function<Refused, R> refused) {
            return created.apply(this);
        }
    }

    /** The element was there before the migration. */
    record Reused(SchemaReceipt receipt) implements SchemaOutcome {
        @Override
        public <R> R match(
                Function<Created, R> created,
                Function<Reused, R> reused,
                Function<Removed, R> removed,
                Function<AlreadyGone, R> alreadyGone,
                Function<Kept, R> kept,
                Function<ForAPerson, R> forAPerson,
                Function<Refused, R> refused) {
            return reused.apply(this);
        }
    }

    /** The element was taken away. */
    record Removed() implements SchemaOutcome {
        @Override
        public <R> R match(
                Function<Created, R> created,
                Function<Reused, R> reused,
                Function<Removed, R> removed,
                Function<AlreadyGone, R> alreadyGone,
                Function<Kept, R> kept,
                Function<ForAPerson, R> forAPerson,
                Function<Refused, R> refused) {
            return removed.apply(this);
        }
    }

    /** The element was not there any more. */
    record AlreadyGone() implements SchemaOutcome {
        @Override
        public <R> R match(
                Function<Created, R> created,
                Function<Reused, R> reused,
                Function<Removed, R> removed,
                Function<AlreadyGone, R> alreadyGone,
                Function<Kept, R> kept,
                Function<ForAPerson, R> forAPerson,
                Function<Refused, R> refused) {
            return alreadyGone.apply(this);
        }
    }

    /** The element stays, because somebody else uses it. */
    record Kept(String reason) implements SchemaOutcome {
        @Override
        public <R> R match(
                Function<Created, R> created,
                Function<Reused, R> reused,
                Function<Removed, R> removed,
                Function<AlreadyGone, R> alreadyGone,
                Function<Kept, R> kept,
                Function<ForAPerson, R> forAPerson,
                Function<Refused, R> refused) {
            return kept.apply(this);
        }
    }

    /** This account cannot do it by its API; a person can. */
    record ForAPerson(String instruction) implements SchemaOutcome {
        @Override
        public <R> R match(
                Function<Created, R> created,
                Function<Reused, R> reused,
                Function<Removed, R> removed,
                Function<AlreadyGone, R> alreadyGone,
                Function<Kept, R> kept,
                Function<ForAPerson, R> forAPerson,
                Function<Refused, R> refused) {
            return forAPerson.apply(this);
        }
    }

    /** The platform refused. */
    record Refused(List<FieldError> errors) implements SchemaOutcome {

        public Refused {
            errors = List.copyOf(errors);
        }

        @Override
        public <R> R match(
                Function<Created, R> created,
                Function<Reused, R> reused,
                Function<Removed, R> removed,
                Function<AlreadyGone, R> alreadyGone,
                Function<Kept, R> kept,
                Function<ForAPerson, R> forAPerson,
                Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }
}
