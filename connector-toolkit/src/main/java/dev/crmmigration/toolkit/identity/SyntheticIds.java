package dev.crmmigration.toolkit.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Makes ids for rows that have none, the same for the same rows in every export. Give rows in a fixed order, such as by creation
 * and position: of rows that cannot be told apart the second gets {@code #2}. Not thread-safe.
 */
public final class SyntheticIds {

    private static final String PREFIX = "syn:";
    private static final int DIGITS = 16;
    private static final byte SEPARATOR = 0x1F;

    private final String object;
    private final Map<String, Integer> given = new HashMap<>();
    private long repeated;

    /** @param object the name of the table, so that equal keys of two tables give two ids */
    public SyntheticIds(String object) {
        this.object = object;
    }

    /** Tells whether an id was made here. */
    public static boolean isOne(String id) {
        return id.startsWith(PREFIX);
    }

    /**
     * Returns the id of a row.
     *
     * @param naturalKey what tells the row from others, such as address, beginning, type
     */
    public String of(String... naturalKey) {
        String id = PREFIX + digest(object, naturalKey).substring(0, DIGITS);
        int count = given.merge(id, 1, Integer::sum);
        repeated += count > 1 ? 1 : 0;
        return count == 1 ? id : id + "#" + count;
    }

    /** Returns how many rows had the natural key of another. */
    public long repeated() {
        return repeated;
    }

    /** Returns the checksum of a text, for natural keys that hold a long one. */
    public static String checksum(String text) {
        return digest("", text);
    }

    private static String digest(String object, String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(object.getBytes(StandardCharsets.UTF_8));
            for (String part : parts) {
                digest.update(SEPARATOR);
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
