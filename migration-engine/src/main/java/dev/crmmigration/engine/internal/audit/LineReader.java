package dev.crmmigration.engine.internal.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file line by line as bytes; a line that is too long for an event is cut. */
final class LineReader implements TrailLines {

    /** Far more than any event of ours: attributes are ids, codes and counts. */
    static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;
    private byte[] line = {};
    private boolean isComplete;

    LineReader(Path file) throws IOException {
        in = Files.newInputStream(file);
    }

    @Override
    public boolean next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        int read = read();
        boolean found = read >= 0;
        while (read >= 0 && read != '\n') {
            if (bytes.size() <= LONGEST_LINE) {
                bytes.write(read);
            }
            read = read();
        }
        line = bytes.toByteArray();
        isComplete = read == '\n';
        return found;
    }

    /** Returns the line without its end, at most {@link #LONGEST_LINE} bytes and one. */
    @Override
    public byte[] line() {
        return line;
    }

    @Override
    public boolean isComplete() {
        return isComplete;
    }

    private int read() throws IOException {
        if (position == end) {
            position = 0;
            end = in.read(buffer);
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
