package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The ids of leads, lead labels and comments: they look random, but each holds the number of its row, so that tables need only numbers.
 */
final class Uuids {

    private static final Set<String> OBJECTS = Set.of("leads", "leadLabels", "noteComments");
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final long NODE = (1L << 48) - 1;
    private static final long FACTOR = 0x5DEECE66DL;
    private static final long INVERSE = inverse();

    private Uuids() {}

    /** Returns the number whose product with the factor ends in 1, by Newton's method: each step doubles the bits that are right. */
    private static long inverse() {
        long inverse = FACTOR;
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - FACTOR * inverse;
        }
        return inverse;
    }

    /** Makes the id of a row, another one in each account. */
    static String of(String object, long seed, long number) {
        long mixed = mixed(mixed(seed ^ Row.key(object)) + number);
        long high = (mixed & ~0xF000L) | 0x4000L;
        long low = (0x8000L | ((mixed >>> 3) & 0x3FFFL)) << 48 | (number * FACTOR & NODE);
        return new UUID(high, low).toString();
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Returns the id of a row as its object has it: a number or a UUID. */
    static JsonNode shown(String object, long seed, long number) {
        return OBJECTS.contains(object) ? TextNode.valueOf(of(object, seed, number)) : LongNode.valueOf(number);
    }

    static boolean isUuid(String text) {
        return FORM.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /** Returns the number of the row; of an id that is none of the account's any number or, if it is no UUID, 0. */
    static long numberOf(String uuid) {
        if (!isUuid(uuid)) {
            return 0;
        }
        return Long.parseLong(uuid.substring(24), 16) * INVERSE & NODE;
    }

    /** Returns the number of a record's row, whatever its id looks like. */
    static long rowOf(JsonNode record) {
        JsonNode id = record.has("id") ? record.path("id") : record.path("uuid");
        return id.isTextual() ? numberOf(id.textValue()) : id.longValue();
    }
}
