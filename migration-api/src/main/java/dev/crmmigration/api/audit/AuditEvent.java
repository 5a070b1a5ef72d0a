package dev.crmmigration.api.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that a migration did. Holds ids, codes and counts, never a field value or a secret; the only
 * person that it names is who approved a plan.
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
}
