package dev.crmmigration.toolkit.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at every byte of a file: whether it is UTF-8, and what else it may be. Not thread-safe. */
final class Utf8Check {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BLANKS = 0x2020202020202020L;
    private static final int BUFFER = 1 << 17;
    private static final int MAX_SEQUENCE = 4;

    private boolean invalid;
    private boolean multiByte;
    private boolean control;
    private int last = -1;

    private Utf8Check() {}

    static Utf8Check of(InputStream in) throws IOException {
        Utf8Check check = new Utf8Check();
        byte[] buffer = new byte[BUFFER];
        int kept = 0;
        for (int read = in.read(buffer, 0, BUFFER); read >= 0; read = in.read(buffer, kept, BUFFER - kept)) {
            int length = kept + read;
            check.last = length > 0 ? buffer[length - 1] : check.last;
            int done = check.see(buffer, length, false);
            kept = length - done;
            System.arraycopy(buffer, done, buffer, 0, kept);
        }
        check.see(buffer, kept, true);
        return check;
    }

    /** Returns how many bytes were looked at; the rest is the beginning of a sequence. */
    private int see(byte[] bytes, int length, boolean end) {
        int i = 0;
        while (i < length) {
            i = skipAscii(bytes, i, length);
            if (i >= length) {
                return length;
            }
            if (!end && i + MAX_SEQUENCE > length) {
                return i;
            }
            int sequence = sequence(bytes, i, length);
            invalid |= sequence == 0;
            multiByte |= sequence > 0;
            i += Math.max(1, sequence);
        }
        return length;
    }

    private int skipAscii(byte[] bytes, int start, int length) {
        int i = start;
        while (i + 8 <= length) {
            long eight = (long) LONGS.get(bytes, i);
            if ((eight & HIGH_BITS) != 0) {
                break;
            }
            // A byte below a blank borrows from its high bit.
            if (((eight - BLANKS) & HIGH_BITS) != 0) {
                control |= hasControl(bytes, i, i + 8);
            }
            i += 8;
        }
        int rest = i;
        while (i < length && bytes[i] >= 0) {
            i++;
        }
        control |= hasControl(bytes, rest, i);
        return i;
    }

    private static boolean hasControl(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            byte one = bytes[i];
            if (one == 0x7F || (one < ' ' && one != '\n' && one != '\r' && one != '\t')) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether there are control characters but for tabs and line ends. */
    boolean hasControl() {
        return control;
    }

    /** Returns the length of the sequence that begins here, or 0 if there is none (RFC 3629, section 4). */
    private static int sequence(byte[] bytes, int i, int length) {
        int first = bytes[i] & 0xFF;
        int count = first >= 0xC2 && first <= 0xDF
                ? 2
                : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
        if (count == 0 || i + count > length) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int k = 2; k < count; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return count;
    }

    boolean isUtf8() {
        return !invalid;
    }

    /** Tells whether some letters are UTF-8, so that it is not another encoding throughout. */
    boolean hasMultiByte() {
        return multiByte;
    }

    boolean endsWithLineEnd() {
        return last == '\n' || last == '\r';
    }
}
