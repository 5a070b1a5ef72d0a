package dev.crmmigration.connector.nextcrm.app;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One row as a binary COPY writes it: of each field its length and its bytes (PostgreSQL 17, "COPY", "Binary Format", read
 * 2026-11-22). It is taken apart once, and its fields become values only where they are asked for, which costs a fraction of
 * what a result of JDBC does. Not thread-safe; used for one row after the other.
 */
final class CopiedRow {

    private static final int NO_MORE = -1;
    private static final int SIGNATURE = 11;
    private static final long EPOCH_OF_POSTGRES =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final int MICROS = 1_000_000;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final boolean[] isUuid;
    private final int[] starts;
    private final int[] lengths;
    private byte[] bytes = new byte[0];

    /** @param isUuid for each field whether it holds a UUID; all others are texts, moments or flags */
    CopiedRow(boolean[] isUuid) {
        this.isUuid = isUuid;
        this.starts = new int[isUuid.length];
        this.lengths = new int[isUuid.length];
    }

    /** Returns where the first row begins: after a signature, flags, and an extension with its length before it. */
    static int begin(byte[] message) {
        return SIGNATURE + 8 + ByteBuffer.wrap(message).getInt(SIGNATURE + 4);
    }

    /**
     * Takes the row that begins there.
     *
     * @return where the next one begins; a negative number if there is none here, as after the last one
     */
    int take(byte[] message, int from) {
        ByteBuffer in = ByteBuffer.wrap(message);
        int fields = in.getShort(from);
        if (fields == NO_MORE) {
            return NO_MORE;
        }
        if (fields != isUuid.length) {
            throw new IllegalStateException(isUuid.length + " fields were asked for, and a row has " + fields);
        }
        bytes = message;
        int at = from + Short.BYTES;
        for (int i = 0; i < fields; i++) {
            int length = in.getInt(at);
            at += Integer.BYTES;
            starts[i] = at;
            lengths[i] = length;
            at += Math.max(0, length);
        }
        return at;
    }

    /** Tells whether a field, counted from 1, has no value. */
    boolean isNone(int place) {
        return lengths[place - 1] < 0;
    }

    /** Returns a field that is a text or a UUID; {@code null} if there is none. */
    @Nullable
    String text(int place) {
        int length = lengths[place - 1];
        if (length < 0) {
            return null;
        }
        int from = starts[place - 1];
        return isUuid[place - 1] ? uuid(from) : new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /** As PostgreSQL writes it, in small letters. */
    private String uuid(int from) {
        byte[] text = new byte[36];
        Arrays.fill(text, (byte) '-');
        int at = 0;
        for (int i = 0; i < 16; i++) {
            at += i == 4 || i == 6 || i == 8 || i == 10 ? 1 : 0;
            text[at++] = HEX[(bytes[from + i] >> 4) & 0xF];
            text[at++] = HEX[bytes[from + i] & 0xF];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Tells whether a field is true; none is not. */
    boolean isTrue(int place) {
        return lengths[place - 1] == 1 && bytes[starts[place - 1]] != 0;
    }

    /**
     * Returns a field that is a time without zone, taken as UTC; {@code null} if there is none.
     *
     * @throws NumberFormatException if the time is infinite
     */
    @Nullable
    Instant moment(int place) {
        if (isNone(place)) {
            return null;
        }
        long micros = ByteBuffer.wrap(bytes).getLong(starts[place - 1]);
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            throw new NumberFormatException("the time is infinite");
        }
        return Instant.ofEpochSecond(
                EPOCH_OF_POSTGRES + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L);
    }
}
