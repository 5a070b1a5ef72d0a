package dev.crmmigration.engine.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.engine.AuditKeyPair;
import dev.crmmigration.engine.internal.audit.AuditVerification.Broken;
import dev.crmmigration.engine.internal.audit.AuditVerification.Intact;
import dev.crmmigration.engine.internal.audit.AuditVerification.Kind;
import dev.crmmigration.engine.internal.audit.AuditVerification.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a chain without a key cannot show: that somebody wrote it anew, with right hashes. */
class SignedTrailTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    private Path folder;

    private final List<AuditEvent> events = new ArrayList<>();
    private KeyPair keys;
    private AuditKeyPair signer;

    /** Events 3 and 6 are roots. */
    @BeforeEach
    void sign() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        signer = AuditKeyPair.of(keys.getPrivate(), keys.getPublic());
        AuditChain chain = AuditChain.after(AuditHead.NONE);
        for (int number = 1; number <= 7; number++) {
            events.add(
                    number % 3 == 0
                            ? chain.next(AT, SignedRoot.KIND, SignedRoot.attributes(chain.head(), signer))
                            : chain.next(AT, "created", Map.of("record", "person:" + number)));
        }
    }

    private AuditVerification verify(List<AuditEvent> trail) {
        try {
            Path file = folder.resolve("trail.jsonl");
            Files.write(file, trail.stream().map(AuditEvent::line).toList());
            return AuditVerifier.verify(file, ExpectedTrail.UNKNOWN, List.of(keys.getPublic()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the trail with other attributes in one event, and all hashes from there made right again. */
    private List<AuditEvent> forged(int place, Map<String, String> attributes) {
        List<AuditEvent> forged = new ArrayList<>(events.subList(0, place));
        AuditChain chain = AuditChain.after(place == 0 ? AuditHead.NONE : AuditHead.of(events.get(place - 1)));
        for (AuditEvent event : events.subList(place, events.size())) {
            boolean isForged = event.sequence() == place + 1;
            forged.add(chain.next(AT, event.kind(), isForged ? attributes : event.attributes()));
        }
        return forged;
    }

    @Test
    void isIntactUpToItsLastRoot() {
        assertThat(verify(events))
                .isEqualTo(
                        new Intact(AuditHead.of(events.get(6)), new Signatures(2, 6, true, List.of(signer.keyId()))));
    }

    @Test
    void namesTheNextRoot_whenAnEventBeforeItWasForged() {
        for (int place : List.of(0, 1, 3, 4)) {
            int root = place < 3 ? 3 : 6;

            assertThat(verify(forged(place, Map.of("record", "person:666"))))
                    .isInstanceOfSatisfying(Broken.class, broken -> {
                        assertThat(broken.kind()).isEqualTo(Kind.SIGNATURE);
                        assertThat(broken.line()).isEqualTo(root);
                        assertThat(broken.message()).contains("its signature does not fit");
                    });
        }
    }

    @Test
    void namesTheRoot_whenAnythingInItWasForged() {
        for (String name : List.of("key", "algorithm", "signature")) {
            for (String forgery : List.of("", "x", "SHA256withRSA", "none", "QUJD")) {
                Map<String, String> attributes = new TreeMap<>(events.get(2).attributes());
                attributes.put(name, forgery);

                AuditVerification verification = verify(forged(2, attributes));

                // Who signed is told by the key, not by the name that stands beside it; the next root covers that.
                long line = name.equals("key") ? 6 : 3;
                assertThat(verification)
                        .isInstanceOfSatisfying(
                                Broken.class,
                                broken -> assertThat(broken.line())
                                        .as("%s %s", name, forgery)
                                        .isEqualTo(line));
            }
        }
    }

    @Test
    void isUnsigned_whenAllRootsWereTakenOut() {
        AuditChain chain = AuditChain.after(AuditHead.NONE);
        List<AuditEvent> unsigned = events.stream()
                .filter(event -> !event.kind().equals(SignedRoot.KIND))
                .map(event -> chain.next(AT, event.kind(), event.attributes()))
                .toList();

        assertThat(verify(unsigned)).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.kind()).isEqualTo(Kind.UNSIGNED);
            assertThat(broken.line()).isEqualTo(6);
        });
    }

    @Test
    void doesNotTakeARootOfAnotherPlace() {
        AuditChain chain = AuditChain.after(AuditHead.NONE);
        List<AuditEvent> moved = new ArrayList<>();
        moved.add(chain.next(AT, "created", Map.of()));
        moved.add(chain.next(AT, SignedRoot.KIND, events.get(2).attributes()));

        assertThat(verify(moved))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.line()).isEqualTo(2));
    }
}
