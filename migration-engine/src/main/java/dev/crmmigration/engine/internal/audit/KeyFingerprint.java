package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.engine.internal.value.Sha256;
import java.security.MessageDigest;
import java.security.PublicKey;

/** Names a public key: the first half of the SHA-256 of its X.509 form, in hex. */
public final class KeyFingerprint {

    private KeyFingerprint() {}

    public static String of(PublicKey key) {
        MessageDigest digest = Sha256.digest();
        digest.update(key.getEncoded());
        return Sha256.hex(digest).substring(0, 32);
    }
}
