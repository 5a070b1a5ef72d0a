package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.damage.Rule;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** Unpacks no more than there can be, and checks at the end that it is what was packed. */
final class GuardedStream extends FilterInputStream {

    private final long most;
    private final long crc;
    private final Closeable container;
    private final CRC32 sum = new CRC32();
    private long count;

    /**
     * @param most how many bytes there can be
     * @param crc their checksum, or -1 if the stream checks it itself
     * @param container closed after the stream
     */
    GuardedStream(InputStream unpacked, long most, long crc, Closeable container) {
        super(unpacked);
        this.most = most;
        this.crc = crc;
        this.container = container;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? read : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = unpack(buffer, offset, length);
        if (read < 0) {
            checkEnd();
            return read;
        }
        count += read;
        if (count > most) {
            throw new DamagedFileException(
                    Rule.ZIP_BOMB, "it unpacks to far more than an export can be. Unpack it yourself if you trust it");
        }
        if (crc >= 0) {
            sum.update(buffer, offset, read);
        }
        return read;
    }

    private int unpack(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (ZipException | EOFException e) {
            throw truncated();
        }
    }

    private void checkEnd() throws IOException {
        if (crc >= 0 && sum.getValue() != crc) {
            throw truncated();
        }
    }

    private static DamagedFileException truncated() {
        return new DamagedFileException(Rule.TRUNCATED, "the packed file is damaged or not complete. Copy it again");
    }

    /** Skips by reading, so that every byte counts. */
    @Override
    public long skip(long bytes) throws IOException {
        byte[] buffer = new byte[8192];
        long left = bytes;
        while (left > 0) {
            int read = read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return bytes - left;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        super.close();
        container.close();
    }
}
