package dev.crmmigration.api.audit;

/**
 * Signs the ends of the audit trail with a key that the host keeps. Called by the thread of a step, again and again; what
 * it throws stops the step.
 */
public interface AuditSigner {

    /** Returns what names the key to a person who verifies, such as the fingerprint of the public key; no secret. */
    String keyId();

    /**
     * Returns the algorithm by its standard name in Java: {@code Ed25519}, {@code Ed448}, or SHA256, SHA384 or SHA512
     * followed by {@code withRSA} or {@code withECDSA}.
     */
    String algorithm();

    /** Returns the signature of some bytes. */
    byte[] sign(byte[] bytes);
}
