package dev.crmmigration.toolkit.tabular;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read any number of times from the beginning. */
interface ByteSource {

    InputStream open() throws IOException;
}
