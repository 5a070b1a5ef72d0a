package dev.crmmigration.api.catalog;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a platform can do with the records of one object, as data. The conformance kit checks that it is true.
 *
 * @param maxCreateBatch the most records of one call to the writer, at least 1
 * @param concurrency the most calls to the writer at once, at least 1
 * @param readBack how records can be read back
 * @param keyField the text field that can hold a key minted by us, if there can be one: the key of a field, or the label
 *     of a custom field that the plan adds where the account lacks it
 * @param repeatableByKey whether a create with such a key may be sent again without making a second record
 * @param visibleAfter the longest time between a write and its appearance in a scan; zero if at once
 * @param deletable whether records can be taken away again
 * @param changesParents whether the platform changes fields of the records that a new record refers to, as the value of a
 *     deal follows from its products: whether somebody else has touched those is then told by what was sent alone
 * @param maxFileBytes the largest file that can be attached, in bytes, for objects whose records are files; empty if
 *     there is no limit that is known
 * @param fileLink what can stand in place of a file, for objects whose records are files; empty if there is nothing
 */
public record ObjectTraits(
        int maxCreateBatch,
        int concurrency,
        ReadBack readBack,
        Optional<String> keyField,
        boolean repeatableByKey,
        Duration visibleAfter,
        boolean deletable,
        boolean changesParents,
        OptionalLong maxFileBytes,
        Optional<FileLink> fileLink) {

    /** The traits of an object that is only ever read from. */
    public static final ObjectTraits SOURCE =
            new ObjectTraits(1, 1, ReadBack.PAGES, Optional.empty(), false, Duration.ZERO, false);

    /** Returns traits of an object whose records leave others as they are. */
    public ObjectTraits(
            int maxCreateBatch,
            int concurrency,
            ReadBack readBack,
            Optional<String> keyField,
            boolean repeatableByKey,
            Duration visibleAfter,
            boolean deletable) {
        this(maxCreateBatch, concurrency, readBack, keyField, repeatableByKey, visibleAfter, deletable, false);
    }

    /** Returns traits of an object whose records are no files. */
    public ObjectTraits(
            int maxCreateBatch,
            int concurrency,
            ReadBack readBack,
            Optional<String> keyField,
            boolean repeatableByKey,
            Duration visibleAfter,
            boolean deletable,
            boolean changesParents) {
        this(
                maxCreateBatch,
                concurrency,
                readBack,
                keyField,
                repeatableByKey,
                visibleAfter,
                deletable,
                changesParents,
                OptionalLong.empty());
    }

    /** Returns traits of an object whose records nothing can stand in place of. */
    public ObjectTraits(
            int maxCreateBatch,
            int concurrency,
            ReadBack readBack,
            Optional<String> keyField,
            boolean repeatableByKey,
            Duration visibleAfter,
            boolean deletable,
            boolean changesParents,
            OptionalLong maxFileBytes) {
        this(
                maxCreateBatch,
                concurrency,
                readBack,
                keyField,
                repeatableByKey,
                visibleAfter,
                deletable,
                changesParents,
                maxFileBytes,
                Optional.empty());
    }

    public ObjectTraits {
        if (maxCreateBatch < 1 || concurrency < 1) {
            throw new IllegalArgumentException("maxCreateBatch and concurrency must be at least 1 but were "
                    + maxCreateBatch + " and " + concurrency);
        }
        if (maxFileBytes.isPresent() && maxFileBytes.getAsLong() < 1) {
            throw new IllegalArgumentException("maxFileBytes must be at least 1 but was " + maxFileBytes.getAsLong());
        }
        if (visibleAfter.isNegative()) {
            throw new IllegalArgumentException("visibleAfter must not be negative but was " + visibleAfter);
        }
    }

    /** Returns the traits of an object that is written one record a call and read back page by page at once. */
    public static ObjectTraits written(int concurrency) {
        return new ObjectTraits(1, concurrency, ReadBack.PAGES, Optional.empty(), false, Duration.ZERO, true);
    }

    public ObjectTraits withKeyField(String field) {
        return new ObjectTraits(
                maxCreateBatch,
                concurrency,
                readBack,
                Optional.of(field),
                repeatableByKey,
                visibleAfter,
                deletable,
                changesParents,
                maxFileBytes,
                fileLink);
    }

    public ObjectTraits withReadBack(ReadBack way) {
        return new ObjectTraits(
                maxCreateBatch,
                concurrency,
                way,
                keyField,
                repeatableByKey,
                visibleAfter,
                deletable,
                changesParents,
                maxFileBytes,
                fileLink);
    }

    public ObjectTraits withVisibleAfter(Duration delay) {
        return new ObjectTraits(
                maxCreateBatch,
                concurrency,
                readBack,
                keyField,
                repeatableByKey,
                delay,
                deletable,
                changesParents,
                maxFileBytes,
                fileLink);
    }

    public ObjectTraits changingParents() {
        return new ObjectTraits(
                maxCreateBatch,
                concurrency,
                readBack,
                keyField,
                repeatableByKey,
                visibleAfter,
                deletable,
                true,
                maxFileBytes,
                fileLink);
    }

    /** Returns the same traits with the largest file that can be attached, in bytes. */
    public ObjectTraits withMaxFileBytes(long most) {
        return new ObjectTraits(
                maxCreateBatch,
                concurrency,
                readBack,
                keyField,
                repeatableByKey,
                visibleAfter,
                deletable,
                changesParents,
                OptionalLong.of(most),
                fileLink);
    }

    /** Returns the same traits with what can stand in place of a file. */
    public ObjectTraits withFileLink(FileLink link) {
        return new ObjectTraits(
                maxCreateBatch,
                concurrency,
                readBack,
                keyField,
                repeatableByKey,
                visibleAfter,
                deletable,
                changesParents,
                maxFileBytes,
                Optional.of(link));
    }
}
