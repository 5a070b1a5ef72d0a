package dev.crmmigration.engine;

import static java.util.Objects.requireNonNull;

import dev.crmmigration.api.audit.AuditSigner;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.engine.internal.audit.AuditTrailException;
import dev.crmmigration.engine.internal.audit.KeyFiles;
import dev.crmmigration.engine.internal.audit.KeyFingerprint;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/**
 * Signs the audit trail with a key that this process can read: Ed25519, or else RSA or EC with SHA-256. A key that must
 * not leave its device is used with an {@link AuditSigner} of the host.
 */
public final class AuditKeyPair implements AuditSigner {

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final String algorithm;

    private AuditKeyPair(PrivateKey privateKey, PublicKey publicKey, String algorithm) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.algorithm = algorithm;
    }

    /**
     * Returns a signer.
     *
     * @throws ConfigurationException if the keys do not belong together, or cannot sign
     */
    public static AuditKeyPair of(PrivateKey privateKey, PublicKey publicKey) {
        AuditKeyPair pair = new AuditKeyPair(
                requireNonNull(privateKey, "privateKey"), requireNonNull(publicKey, "publicKey"), algorithm(publicKey));
        if (!pair.verifies()) {
            throw new ConfigurationException(
                    "the private key and the public key for signing the audit do not belong together");
        }
        return pair;
    }

    /**
     * Reads a signer from two PEM files: a private key in PKCS #8 without a password, as {@code openssl genpkey -algorithm
     * ed25519} makes it, and its public key, as {@code openssl pkey -pubout} makes it.
     *
     * @throws ConfigurationException if they cannot be used
     */
    public static AuditKeyPair ofPem(Path privateKey, Path publicKey) {
        return of(KeyFiles.privateKey(privateKey), KeyFiles.publicKey(publicKey));
    }

    /**
     * Reads a signer from a key store of PKCS #12, as {@code keytool -genkeypair -keyalg Ed25519} makes it.
     *
     * @throws ConfigurationException if it cannot be used
     */
    public static AuditKeyPair ofKeyStore(Path keyStore, String alias, Secret password) {
        KeyPair pair = KeyFiles.keyPair(keyStore, alias, password);
        return of(pair.getPrivate(), pair.getPublic());
    }

    /**
     * Reads a public key from a PEM file, for verifying.
     *
     * @throws ConfigurationException if it cannot be used
     */
    public static PublicKey publicKeyOfPem(Path publicKey) {
        return KeyFiles.publicKey(publicKey);
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** Returns the fingerprint of the public key. */
    @Override
    public String keyId() {
        return KeyFingerprint.of(publicKey);
    }

    @Override
    public String algorithm() {
        return algorithm;
    }

    @Override
    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AuditTrailException("the key " + keyId() + " cannot sign the audit trail.", e);
        }
    }

    private boolean verifies() {
        byte[] probe = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(publicKey);
            signature.update(probe);
            return signature.verify(sign(probe));
        } catch (GeneralSecurityException | AuditTrailException e) {
            return false;
        }
    }

    private static String algorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "EdDSA", "Ed25519" -> "Ed25519";
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default ->
                throw new ConfigurationException(
                        "keys of " + key.getAlgorithm() + " cannot sign the audit. Use Ed25519, EC or RSA");
        };
    }

    /** Names the public key. */
    @Override
    public String toString() {
        return "AuditKeyPair[" + keyId() + "]";
    }
}
