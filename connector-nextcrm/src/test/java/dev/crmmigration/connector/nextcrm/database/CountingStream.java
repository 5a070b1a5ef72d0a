package dev.crmmigration.connector.nextcrm.database;

import java.io.OutputStream;

/** Counts bytes and keeps none. */
final class CountingStream extends OutputStream {

    private long count;

    @Override
    public void write(int one) {
        count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        count += length;
    }

    long count() {
        return count;
    }
}
