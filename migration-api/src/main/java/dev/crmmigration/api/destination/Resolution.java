package dev.crmmigration.api.destination;

import dev.crmmigration.api.record.RecordRef;
import java.time.Instant;
import java.util.function.Function;

/** What was found out about an {@link Attempt}. */
public sealed interface Resolution {

    /** Calls the function of this case. A new case adds a parameter, so that every caller must handle it. */
    <R> R match(
            Function<Happened, R> happened,
            Function<DidNotHappen, R> didNotHappen,
            Function<AskAgain, R> askAgain,
            Function<Undecidable, R> undecidable);

    /** It happened, and this is the record. */
    record Happened(RecordRef ref, WriteOutcome.How how) implements Resolution {

        @Override
        public <R> R match(
                Function<Happened, R> happened,
                Function<DidNotHappen, R> didNotHappen,
                Function<AskAgain, R> askAgain,
                Function<Undecidable, R> undecidable) {
            return happened.apply(this);
        }
    }

    /** It did not happen, and never will; it may be sent again. */
    record DidNotHappen() implements Resolution {

        @Override
        public <R> R match(
                Function<Happened, R> happened,
                Function<DidNotHappen, R> didNotHappen,
                Function<AskAgain, R> askAgain,
                Function<Undecidable, R> undecidable) {
            return didNotHappen.apply(this);
        }
    }

    /** It is too early to tell. */
    record AskAgain(Instant at) implements Resolution {

        @Override
        public <R> R match(
                Function<Happened, R> happened,
                Function<DidNotHappen, R> didNotHappen,
                Function<AskAgain, R> askAgain,
                Function<Undecidable, R> undecidable) {
            return askAgain.apply(this);
        }
    }

    /** It cannot be known; a person has to look. */
    record Undecidable(String reason) implements Resolution {

        @Override
        public <R> R match(
                Function<Happened, R> happened,
                Function<DidNotHappen, R> didNotHappen,
                Function<AskAgain, R> askAgain,
                Function<Undecidable, R> undecidable) {
            return undecidable.apply(this);
        }
    }
}
