package dev.crmmigration.api.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** The bytes of a file. May be opened any number of times, and gives the same bytes each time. */
public interface Content {

    /** Returns the length in bytes, or empty if it is known only after reading. */
    OptionalLong size();

    /** Opens the bytes from the start; the caller closes the stream. */
    InputStream open() throws IOException;
}
