package dev.crmmigration.toolkit.tabular;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file below what describes them, from the first to the last. */
interface RecordStream extends AutoCloseable {

    /** Returns the next record, some blank ones too, or {@code null} at the end. */
    @Nullable
    Rec next() throws IOException;

    /** Tells whether one of the lines of a record was not in the encoding of the file. */
    boolean isGuessed(Rec rec);

    /** Tells whether the record that was given out is the last, as far as is known. */
    boolean isLast() throws IOException;

    @Override
    void close() throws IOException;
}
