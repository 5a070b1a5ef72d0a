package dev.crmmigration.api.source;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.record.Content;
import java.time.Instant;
import java.util.Optional;

/**
 * An open account or export. The engine reads it once into a snapshot:
 *
 * <ol>
 *   <li>{@link #catalog} once,
 *   <li>{@link #read} once for every object of the catalog, to its end,
 *   <li>{@link #inventory} once,
 *   <li>{@link #close}.
 * </ol>
 *
 * Used by one thread at a time, except {@link #open}, which any thread may call.
 */
public interface SourceSession extends AutoCloseable {

    /** Describes what there is. May scan the whole input once; the engine stores it with the snapshot. */
    Catalog catalog();

    /**
     * Opens the records of one object.
     *
     * @param request what to read and from where; an object that the catalog lacks gives an empty cursor
     */
    RecordCursor read(ReadRequest request);

    /**
     * Returns the bytes of an attachment that a record of this session named.
     *
     * @throws dev.crmmigration.api.error.ConnectorException if they cannot be had
     */
    default Content open(String attachmentId) {
        throw new UnsupportedOperationException("this source has no attachments, so it cannot open " + attachmentId);
    }

    /**
     * Returns when what is read was taken from the platform: the moment of the export, of several the one at which the
     * oldest object that still counts was exported. A delta after a freeze takes nothing that is older than the freeze.
     *
     * @return empty if the platform itself is read, now, or if the export does not say: then the moment at which reading
     *     began counts
     */
    default Optional<Instant> takenAt() {
        return Optional.empty();
    }

    /** Returns what this source holds that cannot move as records. */
    default SourceInventory inventory() {
        return SourceInventory.EMPTY;
    }

    /** Frees what the session holds. A second call does nothing. */
    @Override
    default void close() {}
}
