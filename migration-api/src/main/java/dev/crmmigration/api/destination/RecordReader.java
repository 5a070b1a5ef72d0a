package dev.crmmigration.api.destination;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import java.util.List;

/**
 * Reads records back, in the cheapest way the platform has. Used by several threads at once.
 *
 * <p>Law: what the reader returns for a field, the writer accepts, and writing it changes nothing.
 */
public interface RecordReader {

    /** Opens a scan. Makes no call before the first {@link Pages#next}. */
    Pages scan(ScanRequest request);

    /**
     * Tells what became of a record that a scan did not give. Asked for single records only, so it may cost a call.
     *
     * @throws dev.crmmigration.api.error.RetryableConnectorException if the same call may succeed later
     */
    default Presence presence(RecordRef ref) {
        return Presence.UNKNOWN;
    }

    /** The pages of one scan. Used by one thread. */
    interface Pages {

        /**
         * Returns the next page.
         *
         * @return at least one record; empty at the end and after it
         * @throws dev.crmmigration.api.error.RetryableConnectorException if the same call may succeed later: it then
         *     gives the same page
         */
        List<CrmRecord> next();
    }
}
