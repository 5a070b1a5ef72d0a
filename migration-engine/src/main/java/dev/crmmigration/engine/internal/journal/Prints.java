package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.engine.internal.value.Sha256;
import dev.crmmigration.engine.internal.value.ValueCodec;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was written of a record, field by field, as short hashes: of the value that was sent, which tells whether the source
 * has changed it since, and of the value that the platform kept, which tells whether somebody has edited it since.
 */
public final class Prints {

    private static final int BYTES = 3 * Long.BYTES;
    private static final long EMPTY = 0;

    private final SortedMap<Long, Print> prints;

    private Prints(SortedMap<Long, Print> prints) {
        this.prints = prints;
    }

    private record Print(long sent, long kept) {
        static final Print NONE = new Print(EMPTY, EMPTY);
    }

    /** Returns the prints of fields in canonical form, as if the platform had kept what was sent. */
    public static Prints of(Map<String, FieldValue> canonical) {
        SortedMap<Long, Print> prints = new TreeMap<>();
        canonical.forEach((key, value) -> {
            long hash = hash(value);
            prints.put(name(key), new Print(hash, hash));
        });
        return new Prints(prints);
    }

    /** Returns prints in their stored form; of a record that was never written there are none. */
    public static Prints decode(byte @Nullable [] stored) {
        SortedMap<Long, Print> prints = new TreeMap<>();
        ByteBuffer buffer = ByteBuffer.wrap(stored == null ? new byte[0] : stored);
        while (buffer.hasRemaining()) {
            prints.put(buffer.getLong(), new Print(buffer.getLong(), buffer.getLong()));
        }
        return new Prints(prints);
    }

    public byte[] encode() {
        ByteBuffer buffer = ByteBuffer.allocate(prints.size() * BYTES);
        prints.forEach(
                (name, print) -> buffer.putLong(name).putLong(print.sent()).putLong(print.kept()));
        return buffer.array();
    }

    /**
     * Returns these prints with what the platform has kept of the fields that were sent otherwise than before, by the record
     * that it returned. What that says of the others people may have made of it.
     */
    public Prints keeping(Prints found, Prints before) {
        SortedMap<Long, Print> kept = new TreeMap<>();
        prints.forEach((name, print) -> {
            boolean isAsBefore =
                    print.sent() == before.prints.getOrDefault(name, Print.NONE).sent();
            long now = found.prints.getOrDefault(name, Print.NONE).kept();
            kept.put(name, isAsBefore ? print : new Print(print.sent(), now));
        });
        return new Prints(kept);
    }

    /** Returns these prints, but for one field what was sent of one record and kept of another. */
    public Prints with(String key, Prints sent, Prints kept) {
        SortedMap<Long, Print> mixed = new TreeMap<>(prints);
        mixed.put(name(key), new Print(sent.print(key).sent(), kept.print(key).kept()));
        return new Prints(mixed);
    }

    /** Counts the fields for which a value was sent, or is to be sent. */
    public long count() {
        return prints.values().stream().filter(print -> print.sent() != EMPTY).count();
    }

    /** Tells whether a value was sent, or is to be sent, for a field. */
    public boolean has(String key) {
        return print(key).sent() != EMPTY;
    }

    /** Tells whether two records were sent the same value of a field, or both none. */
    public boolean isSameSent(String key, Prints others) {
        return print(key).sent() == others.print(key).sent();
    }

    /** Tells whether the platform has kept the same value of a field in two records, or none in both. */
    public boolean isSameKept(String key, Prints others) {
        return print(key).kept() == others.print(key).kept();
    }

    /** Tells whether a record still has the value of a field that the platform kept; canonical fields. */
    public boolean isKept(String key, Map<String, FieldValue> canonical) {
        return print(key).kept() == (canonical.containsKey(key) ? hash(canonical.get(key)) : EMPTY);
    }

    private Print print(String key) {
        return prints.getOrDefault(name(key), Print.NONE);
    }

    private static long hash(FieldValue value) {
        return value.value().isEmpty() ? EMPTY : ValueCodec.prefix(value);
    }

    private static long name(String key) {
        return Sha256.prefix(key);
    }
}
