package dev.crmmigration.examples.benchmarks.damage;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A damaged file.
 *
 * @param bytes its content
 * @param rows the rows that were damaged, by their position in the clean table
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares damaged files
record Damaged(byte[] bytes, Set<Integer> rows) {

    static Damaged utf8(String text, Set<Integer> rows) {
        return in(StandardCharsets.UTF_8, text, rows);
    }

    static Damaged in(Charset charset, String text, Set<Integer> rows) {
        return new Damaged(text.getBytes(charset), rows);
    }
}
