package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.RecordRef;
import java.util.function.Function;

/** Knows which record at the destination a link leads to. */
@FunctionalInterface
public interface References {

    Target find(Link link);

    /** Where a link leads. */
    sealed interface Target {

        <R> R match(
                Function<Known, R> known,
                Function<Owed, R> owed,
                Function<Later, R> later,
                Function<Nothing, R> nothing);

        /** The record is there. */
        record Known(RecordRef ref) implements Target {
            @Override
            public <R> R match(
                    Function<Known, R> known,
                    Function<Owed, R> owed,
                    Function<Later, R> later,
                    Function<Nothing, R> nothing) {
                return known.apply(this);
            }
        }

        /** The record is owed, but waits or was refused. */
        record Owed(long effect) implements Target {
            @Override
            public <R> R match(
                    Function<Known, R> known,
                    Function<Owed, R> owed,
                    Function<Later, R> later,
                    Function<Nothing, R> nothing) {
                return owed.apply(this);
            }
        }

        /** The record is owed and waits for the one with the link, which gets it by a second write. */
        record Later() implements Target {
            @Override
            public <R> R match(
                    Function<Known, R> known,
                    Function<Owed, R> owed,
                    Function<Later, R> later,
                    Function<Nothing, R> nothing) {
                return later.apply(this);
            }
        }

        /** The mapping gives no record under that key. */
        record Nothing() implements Target {
            @Override
            public <R> R match(
                    Function<Known, R> known,
                    Function<Owed, R> owed,
                    Function<Later, R> later,
                    Function<Nothing, R> nothing) {
                return nothing.apply(this);
            }
        }
    }
}
