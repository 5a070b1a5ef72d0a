package dev.crmmigration.api.source;

import java.util.List;
import java.util.Optional;

/** Walks over the records of one object, page by page. Used by one thread. */
public interface RecordCursor extends AutoCloseable {

    /**
     * Returns the next page.
     *
     * @return at least one entry, at most a few thousand; empty at the end and after it
     * @throws dev.crmmigration.api.error.RetryableConnectorException if the same call may succeed later: it then gives
     *     the same page
     */
    List<SourceEntry> next();

    /**
     * Returns where a later read may go on: after all pages that were given so far.
     *
     * @return empty if a later read has to start from the beginning
     */
    default Optional<String> position() {
        return Optional.empty();
    }

    /**
     * Tells after the end what the pages stand for; deletions are inferred from {@link Coverage#FULL}, and from {@link
     * #present}.
     */
    default Coverage coverage() {
        return Coverage.PARTIAL;
    }

    /**
     * Returns, after the end of a reading of changes, which records are there at all: what was known before and is not among
     * them was deleted, though nothing tells it. Cheaper than reading all of them.
     *
     * @return empty if the source cannot tell; then only its own word of a deletion counts. Else with the records whose rows
     *     were put aside
     */
    default Optional<Present> present() {
        return Optional.empty();
    }

    /** The ids of all records of an object that are there, page by page. */
    @FunctionalInterface
    interface Present {

        /**
         * Returns the next ids, in any order.
         *
         * @return at most a few thousand; empty at the end
         * @throws dev.crmmigration.api.error.RetryableConnectorException if the same call may succeed later
         */
        List<String> next();
    }

    @Override
    default void close() {}
}
