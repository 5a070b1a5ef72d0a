package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.engine.internal.value.Sha256;

/** The hash of an event: SHA-256 over its line without the last member, as UTF-8. */
final class CanonicalEvent {

    private static final String LAST_MEMBER = ",\"hash\":\"\"}";

    private CanonicalEvent() {}

    /** Returns the hash of everything but the hash. */
    static String hash(AuditEvent event) {
        AuditEvent unhashed = event.hash().isEmpty()
                ? event
                : new AuditEvent(
                        event.sequence(), event.at(), event.kind(), event.attributes(), event.previousHash(), "");
        String line = unhashed.line();
        return Sha256.of(line.substring(0, line.length() - LAST_MEMBER.length()) + '}');
    }
}
