package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.api.audit.AuditSigner;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The event that signs all events before it: the signature is over the place and the hash of the event right before,
 * which vouches for the others. The text that is signed begins with a word of its own, so that no other use of the key
 * gives the same signature.
 */
public final class SignedRoot {

    /** The kind of such an event. */
    public static final String KIND = "signed";

    static final String KEY = "key";
    static final String ALGORITHM = "algorithm";
    static final String SIGNATURE = "signature";

    private SignedRoot() {}

    /**
     * Signs the end of a trail.
     *
     * @return the attributes of the event that must follow it
     */
    public static Map<String, String> attributes(AuditHead head, AuditSigner signer) {
        byte[] signature = signer.sign(text(head.sequence(), head.hash()));
        return Map.of(
                KEY, signer.keyId(),
                ALGORITHM, signer.algorithm(),
                SIGNATURE, Base64.getEncoder().encodeToString(signature));
    }

    /** Returns what was signed for a root. */
    static byte[] signedBy(AuditEvent root) {
        return text(root.sequence() - 1, root.previousHash());
    }

    private static byte[] text(long sequence, String hash) {
        return ("crm-migration audit\n" + sequence + "\n" + hash + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
