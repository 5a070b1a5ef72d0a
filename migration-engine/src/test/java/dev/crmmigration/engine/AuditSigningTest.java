package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.audit.AuditSigner;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trail that is signed can be checked by who has nothing but the trail and the public key. */
class AuditSigningTest {

    @TempDir
    Path folder;

    private Bench bench;
    private KeyPair keys;

    @BeforeEach
    void fill() throws NoSuchAlgorithmException {
        bench = new Bench(folder).customers(30);
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private AuditKeyPair signer() {
        return AuditKeyPair.of(keys.getPrivate(), keys.getPublic());
    }

    private Path file() {
        return bench.workspace.resolve("audit.jsonl");
    }

    private void readyAndRun() {
        try (Migration migration = bench.builder().auditSigner(signer()).build()) {
            Bench.readyAndRun(migration);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "EC", "RSA"})
    void signsTheEndOfEveryStep(String algorithm) throws NoSuchAlgorithmException {
        keys = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        try (Migration migration = bench.builder().auditSigner(signer()).build()) {
            for (Runnable step : List.<Runnable>of(migration::extract, migration::plan)) {
                step.run();
                AuditReport.Trail trail = migration.verifyAudit().trails().get(0);
                assertThat(trail.signedUpTo()).isEqualTo(trail.events()).isPositive();
                assertThat(trail.signedWith()).containsExactly(signer().keyId());
                assertThat(trail.signaturesChecked()).isTrue();
            }
            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void signsAlsoWhileARunGoesOn() throws IOException {
        bench.customers(0);
        for (int i = 1000; i < 2500; i++) {
            bench.source.add(Bench.customer(i).build());
        }
        readyAndRun();

        List<String> lines = Files.readAllLines(file());
        int begun = indexOf(lines, "run begun");
        int ended = indexOf(lines, "run ended");
        assertThat(lines.subList(begun + 2, ended))
                .filteredOn(line -> line.contains("\"kind\":\"signed\""))
                .hasSize(1);
    }

    private static int indexOf(List<String> lines, String kind) {
        return lines.indexOf(lines.stream()
                .filter(line -> line.contains("\"kind\":\"" + kind + "\""))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void isVerifiedWithTheFileAndThePublicKeyAlone() throws IOException {
        readyAndRun();
        Path copy = folder.resolve("copy.jsonl");
        Files.copy(file(), copy);

        AuditReport report = Migration.verifyAudit(copy, List.of(keys.getPublic()));

        assertThat(report.result()).isEqualTo(StepResult.COMPLETE);
        assertThat(report.trails().get(0).signedUpTo()).isEqualTo(report.events());
    }

    @Test
    void saysSo_whenTheKeyIsAnother() throws NoSuchAlgorithmException {
        readyAndRun();
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        AuditReport report = Migration.verifyAudit(file(), List.of(other.getPublic()));

        assertThat(report.result().completion()).isEqualTo(Completion.BROKEN);
        assertThat(report.position()).isEqualTo(2);
        assertThat(report.problem())
                .startsWith("line 2 is signed with key " + signer().keyId() + ", and the keys given (")
                .contains("Give the public key of the signer");
    }

    @Test
    void saysSo_whenTheTrailIsNotSignedAlthoughAKeyIsGiven() {
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
        }

        AuditReport report = Migration.verifyAudit(file(), List.of(keys.getPublic()));

        assertThat(report.result().completion()).isEqualTo(Completion.BROKEN);
        assertThat(report.problem()).contains("the trail has none, although a key was given");
    }

    @Test
    void tellsWhoSigned_whenNoKeyIsGiven() {
        readyAndRun();

        AuditReport report = Migration.verifyAudit(file(), List.of());

        assertThat(report.result()).isEqualTo(StepResult.COMPLETE);
        assertThat(report.trails().get(0).signaturesChecked()).isFalse();
        assertThat(report.trails().get(0).signedWith()).containsExactly(signer().keyId());
    }

    @Test
    void takesAnySignerOfTheHost() {
        AuditKeyPair hidden = signer();
        AuditSigner device = new AuditSigner() {
            @Override
            public String keyId() {
                return "slot 7";
            }

            @Override
            public String algorithm() {
                return hidden.algorithm();
            }

            @Override
            public byte[] sign(byte[] bytes) {
                return hidden.sign(bytes);
            }
        };
        try (Migration migration =
                bench.builder().auditSigner(device).auditKey(keys.getPublic()).build()) {
            Bench.ready(migration);

            AuditReport report = migration.verifyAudit();
            assertThat(report.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(report.trails().get(0).signedWith()).containsExactly("slot 7");
        }
    }

    @Test
    void stopsBeforeAnythingIsWritten_whenTheSignerFails() {
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
        }
        AuditSigner broken = new AuditSigner() {
            @Override
            public String keyId() {
                return "slot 7";
            }

            @Override
            public String algorithm() {
                return "Ed25519";
            }

            @Override
            public byte[] sign(byte[] bytes) {
                throw new IllegalStateException("no card in slot 7");
            }
        };
        try (Migration migration = bench.builder().auditSigner(broken).build()) {
            assertThatThrownBy(migration::run)
                    .isInstanceOf(MigrationException.class)
                    .hasMessage(
                            "the audit trail cannot be signed: the signer failed with IllegalStateException. Look at"
                                    + " the key, then call the step again.");
        }
        assertThat(bench.account.creates()).isZero();
    }

    @Test
    void readsKeysFromPemFiles() throws IOException {
        Path privateKey = pem("PRIVATE KEY", keys.getPrivate().getEncoded());
        Path publicKey = pem("PUBLIC KEY", keys.getPublic().getEncoded());

        assertThat(AuditKeyPair.ofPem(privateKey, publicKey).keyId()).isEqualTo(signer().keyId());
        assertThat(AuditKeyPair.publicKeyOfPem(publicKey)).isEqualTo(keys.getPublic());
        assertThatThrownBy(() -> AuditKeyPair.ofPem(publicKey, publicKey))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("key file " + publicKey + " does not hold a private key in PKCS #8");
        assertThatThrownBy(() -> AuditKeyPair.publicKeyOfPem(folder.resolve("none.pem")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("cannot be read. Check that it is there");
    }

    @Test
    void refusesKeysThatDoNotBelongTogether() throws NoSuchAlgorithmException {
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        assertThatThrownBy(() -> AuditKeyPair.of(keys.getPrivate(), other.getPublic()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("do not belong together");
    }

    private Path pem(String type, byte[] key) throws IOException {
        Path file = folder.resolve(type.replace(' ', '-') + ".pem");
        return Files.writeString(
                file,
                "-----BEGIN " + type + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END " + type
                        + "-----\n");
    }
}
