package dev.crmmigration.toolkit.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads UTF-8 that was checked before. Letters of other languages are few among the bytes of an export, so eight bytes at a
 * time are taken for ASCII until one is none; Java's own decoder goes byte by byte from the first such letter of each buffer.
 * What is not UTF-8, because the file has changed since, becomes U+FFFD. Not thread-safe.
 */
final class Utf8Reader extends Reader {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int BUFFER = 1 << 15;
    private static final char NOT_TEXT = '\uFFFD';

    private final InputStream in;
    private final byte[] bytes = new byte[BUFFER];
    private int start;
    private int end;
    private boolean atEnd;
    /** The second half of a character of which only the first had room; 0 if there is none. */
    private char second;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] text, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int to = offset;
        int last = offset + length;
        if (second != 0) {
            text[to++] = second;
            second = 0;
        }
        while (to < last && hasLetter(to > offset)) {
            to = ascii(text, to, last);
            if (to < last && start < end && isWhole()) {
                to = letter(text, to, last);
            }
        }
        return to == offset ? -1 : to - offset;
    }

    /** Makes sure that there is a whole letter, unless there is enough to give out already. */
    private boolean hasLetter(boolean enough) throws IOException {
        while (start == end || !isWhole()) {
            if (enough || atEnd) {
                return false;
            }
            fill();
        }
        return true;
    }

    /** The last bytes of a file are as whole as they will be. */
    private boolean isWhole() {
        return atEnd || end - start >= length(bytes[start]);
    }

    private static int length(byte first) {
        if (first >= 0) {
            return 1;
        }
        int bits = first & 0xFF;
        return bits >= 0xF0 ? 4 : bits >= 0xE0 ? 3 : bits >= 0xC2 ? 2 : 1;
    }

    private void fill() throws IOException {
        System.arraycopy(bytes, start, bytes, 0, end - start);
        end -= start;
        start = 0;
        int read = in.read(bytes, end, BUFFER - end);
        atEnd = read < 0;
        end += Math.max(0, read);
    }

    private int ascii(char[] text, int offset, int last) {
        byte[] from = bytes;
        int at = start;
        int to = offset;
        int stop = at + Math.min(end - at, last - to);
        while (at + 8 <= stop && ((long) LONGS.get(from, at) & HIGH_BITS) == 0) {
            for (int i = 0; i < 8; i++) {
                text[to + i] = (char) from[at + i];
            }
            at += 8;
            to += 8;
        }
        while (at < stop && from[at] >= 0) {
            text[to++] = (char) from[at++];
        }
        start = at;
        return to;
    }

    private int letter(char[] text, int offset, int last) {
        int length = length(bytes[start]);
        int point = point(length);
        start += point < 0 ? 1 : length;
        if (point < 0) {
            text[offset] = NOT_TEXT;
        } else if (Character.isBmpCodePoint(point)) {
            text[offset] = (char) point;
        } else {
            text[offset] = Character.highSurrogate(point);
            if (offset + 1 == last) {
                second = Character.lowSurrogate(point);
                return last;
            }
            text[offset + 1] = Character.lowSurrogate(point);
            return offset + 2;
        }
        return offset + 1;
    }

    /** Returns the letter that begins here, or -1 if there is none. */
    private int point(int length) {
        int first = bytes[start];
        if (first >= 0 || length == 1 || start + length > end) {
            return first >= 0 ? first : -1;
        }
        int point = first & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            if ((bytes[start + i] & 0xC0) != 0x80) {
                return -1;
            }
            point = point << 6 | (bytes[start + i] & 0x3F);
        }
        return Character.isValidCodePoint(point) ? point : -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
