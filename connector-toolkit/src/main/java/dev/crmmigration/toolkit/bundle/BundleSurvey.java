package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.source.SourceInventory;
import java.util.Optional;

/** What a platform's bundle says as a whole, made by reading all of it once, and how its rows are completed by it. */
public interface BundleSurvey extends AutoCloseable {

    /** Returns the rows that were looked at. */
    BundleRows rows();

    /** Returns the files of the bundle. */
    AttachmentFiles attachments();

    /**
     * Completes a row by what is known of all of them.
     *
     * @throws RowRefusedException if the row cannot be a record
     */
    void complete(RowDraft row);

    /** Returns what the bundle does not hold, what had to be worked out, and what has to be rebuilt by hand. */
    SourceInventory inventory();

    /** Returns the bytes of an attachment that is no file of the bundle; empty if there is none of that id. */
    default Optional<Content> open(String attachment) {
        return Optional.empty();
    }

    /** Frees what the survey holds. */
    @Override
    default void close() {}
}
