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

    /** Tells after the end what the pages stand for; deletions are inferred from {@link Coverage#FULL} only. */
    default Coverage coverage() {
        return Coverage.PARTIAL;
    }

    @Override
    default void close() {}
}
