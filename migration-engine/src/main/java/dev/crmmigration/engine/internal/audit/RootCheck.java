package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.engine.internal.audit.AuditVerification.Kind;
import dev.crmmigration.engine.internal.audit.AuditVerification.Signatures;
import dev.crmmigration.engine.internal.audit.ExpectedTrail.Objection;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks the signed roots of a trail with the keys that the host trusts. Without a key they are counted only. */
final class RootCheck {

    /** What a root may name: it is part of the trail, and may be forged. */
    private static final Set<String> ALGORITHMS = Set.of(
            "Ed25519",
            "Ed448",
            "SHA256withECDSA",
            "SHA384withECDSA",
            "SHA512withECDSA",
            "SHA256withRSA",
            "SHA384withRSA",
            "SHA512withRSA");

    private final List<PublicKey> keys;
    private final Set<String> names = new TreeSet<>();
    private long roots;
    private long upTo;

    RootCheck(List<PublicKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Looks at the next event of the trail. */
    Optional<Objection> objection(AuditEvent event) {
        if (!event.kind().equals(SignedRoot.KIND)) {
            return Optional.empty();
        }
        String name = event.attributes().getOrDefault(SignedRoot.KEY, "");
        if (!keys.isEmpty() && keys.stream().noneMatch(key -> isSignedWith(key, event))) {
            return Optional.of(new Objection(Kind.SIGNATURE, complaint(name)));
        }
        roots++;
        upTo = event.sequence();
        names.add(name);
        return Optional.empty();
    }

    private String complaint(String name) {
        List<String> known = keys.stream().map(KeyFingerprint::of).toList();
        return known.contains(name)
                ? "is signed with key " + name
                        + ", but its signature does not fit: it was forged, or what it signs was."
                : "is signed with key " + name + ", and the keys given (" + String.join(", ", known)
                        + ") do not fit. Give the public key of the signer; if you did, the signature was forged.";
    }

    /** Complains about a whole trail that a key was given for and that has no root at all. */
    Optional<Objection> objectionAtEnd(AuditHead head) {
        boolean isMissing = !keys.isEmpty() && roots == 0 && head.sequence() > 0;
        return isMissing
                ? Optional.of(new Objection(
                        Kind.UNSIGNED,
                        "would be a signed root, but the trail has none, although a key was given. Run the steps with"
                                + " the signer, or verify without a key."))
                : Optional.empty();
    }

    Signatures signatures() {
        return new Signatures(roots, upTo, !keys.isEmpty(), List.copyOf(names));
    }

    private static boolean isSignedWith(PublicKey key, AuditEvent root) {
        String algorithm = root.attributes().getOrDefault(SignedRoot.ALGORITHM, "");
        if (!ALGORITHMS.contains(algorithm)) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(key);
            check.update(SignedRoot.signedBy(root));
            return check.verify(Base64.getDecoder().decode(root.attributes().getOrDefault(SignedRoot.SIGNATURE, "")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // A key of another kind, or no Base64: not signed with this one.
            return false;
        }
    }
}
