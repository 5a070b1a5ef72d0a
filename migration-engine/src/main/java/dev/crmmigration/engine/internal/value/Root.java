package dev.crmmigration.engine.internal.value;

import java.math.BigInteger;
import java.util.Locale;

/**
 * One hash for many records, the same in whatever order they come: the sum of their SHA-256, modulo 2 to the power of 256.
 * Two roots are equal only if every record is. Not thread-safe.
 */
public final class Root {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private BigInteger sum;

    private Root(BigInteger sum) {
        this.sum = sum;
    }

    /** Returns the root of no records. */
    public static Root empty() {
        return new Root(BigInteger.ZERO);
    }

    /** Returns a root that {@link #toString} gave. */
    public static Root parse(String hex) {
        return new Root(new BigInteger(hex, 16));
    }

    /** Adds a record: what names it, and the hash of what it says. */
    public void add(String name, String hash) {
        sum = sum.add(new BigInteger(Sha256.of(name + "\n" + hash), 16)).mod(MODULUS);
    }

    /** Returns 64 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%064x", sum);
    }
}
