package dev.crmmigration.api.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that a migration did. Holds ids, codes, counts and salted hashes of what may name a person, never a field
 * value or a secret. A sink may keep it in any form that gives all of it back; {@link #line} is one.
 *
 * @param sequence from 1, without a gap
 * @param at when, by the migration's clock
 * @param kind what, such as {@code approved} or {@code created}
 * @param attributes more about it, in the order of their names
 * @param previousHash the hash of the event before, empty text for the first
 * @param hash SHA-256 over all of the above in canonical form, in lower-case hex
 */
public record AuditEvent(
        long sequence, Instant at, String kind, Map<String, String> attributes, String previousHash, String hash) {

    public AuditEvent {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /**
     * Returns the event in its canonical form: JSON on one line without spaces, members in the order {@code sequence},
     * {@code at}, {@code kind}, {@code attributes}, {@code previousHash}, {@code hash}. The hash is that of this text in
     * UTF-8 without its last member.
     */
    public String line() {
        return EventText.line(this);
    }
}
