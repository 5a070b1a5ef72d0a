package dev.crmmigration.engine.internal.audit;

import java.io.IOException;

/** The lines of a trail, one at a time. */
interface TrailLines extends AutoCloseable {

    /** Goes to the next line; tells whether there is one. */
    boolean next() throws IOException;

    /** Returns the line without its end. */
    byte[] line();

    /** Tells whether the line has an end. */
    boolean isComplete();

    @Override
    void close() throws IOException;
}
