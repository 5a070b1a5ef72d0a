package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandsTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void write() {
        shell = new Shell(folder).migrating("Ada", "Grace");
    }

    private Shell with(String member) {
        return shell.editing("\"workspace\": \"work\"", "\"workspace\": \"work\", " + member);
    }

    private String database() {
        return "jdbc:sqlite:" + folder.resolve("trail.db").toString().replace('\\', '/');
    }

    private void extractToApprove() {
        assertThat(shell.migrate("extract")).isZero();
        assertThat(shell.migrate("plan")).isZero();
        assertThat(shell.migrate("approve", "--by", "ops@acme.example")).isZero();
    }

    private void keys(String name) throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        shell.write(name + ".pem", pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        shell.write(name + "-public.pem", pem("PUBLIC KEY", keys.getPublic().getEncoded()));
    }

    private static String pem(String type, byte[] key) {
        return "-----BEGIN " + type + "-----\n" + Base64.getEncoder().encodeToString(key) + "\n-----END " + type
                + "-----\n";
    }

    @Test
    void deliversToTheSinksOfTheConfig() throws Exception {
        shell.set("AUDIT_PASSWORD", "p-4711");
        with("\"audit\": [{\"sink\": \"jdbc\", \"settings\": {\"url\": \"" + database()
                + "\", \"password\": \"${env:AUDIT_PASSWORD}\"}}]");
        extractToApprove();

        assertThat(shell.migrate("audit", "verify", "--json")).isZero();
        JsonNode trails = shell.json().path("trails");
        assertThat(trails.findValuesAsText("sink")).containsExactly("file", "jdbc");
        assertThat(trails.findValuesAsText("events")).containsExactly("3", "3");
        assertThat(shell.migrate("audit", "verify")).isZero();
        assertThat(shell.out()).contains("file: 3 events; not signed", "jdbc: 3 events; not signed");
    }

    @Test
    void givesTwo_whenASinkIsNotThere() {
        with("\"audit\": [{\"sink\": \"pigeon\"}]");

        assertThat(shell.migrate("extract")).isEqualTo(2);
        assertThat(shell.err())
                .contains("audit sink 'pigeon' is on the class path 0 times. Known are file, jdbc, slf4j");
    }

    @Test
    void givesTwo_whenTheAuditOfTheConfigIsWrong() {
        with("\"audit\": {\"sink\": \"jdbc\"}, \"auditSigning\": {\"privateKey\": \"a.pem\"}");

        assertThat(shell.migrate("extract")).isEqualTo(2);
        assertThat(shell.err())
                .contains("'audit' must be a list in brackets", "'auditSigning' needs 'privateKey' and 'publicKey'");
    }

    @Test
    void givesOne_whenASinkFails() {
        with("\"audit\": [{\"sink\": \"jdbc\", \"settings\": {\"url\": \"jdbc:nothing://x\"}}]");

        assertThat(shell.migrate("extract")).isEqualTo(1);
        assertThat(shell.err()).contains("the database of audit sink 'jdbc' cannot be reached");
    }

    @Test
    void signsWithTheKeyOfTheConfig_andVerifiesACopyWithoutIt() throws Exception {
        keys("key");
        keys("other");
        with("\"auditSigning\": {\"privateKey\": \"key.pem\", \"publicKey\": \"key-public.pem\"}");
        extractToApprove();

        assertThat(shell.migrate("audit", "verify")).isZero();
        assertThat(shell.out()).contains("signed up to event 6 with key ").doesNotContain("not checked");
        String file = folder.resolve("work/audit.jsonl").toString();
        assertThat(shell.call("audit", "verify", "--file", file, "--key", key("key")))
                .isZero();
        assertThat(shell.call("audit", "verify", "--file", file)).isZero();
        assertThat(shell.out()).contains("not checked: name the public key to check it");
        assertThat(shell.call("audit", "verify", "--file", file, "--key", key("other")))
                .isEqualTo(6);
        assertThat(shell.out()).contains("NOT WHOLE: line 2 is signed with key ");
    }

    private String key(String name) {
        return folder.resolve(name + "-public.pem").toString();
    }

    @Test
    void givesTwo_whenAKeyFileIsMissing() {
        with("\"auditSigning\": {\"publicKey\": \"none.pem\"}");

        assertThat(shell.migrate("audit", "verify")).isEqualTo(2);
        assertThat(shell.err()).contains("none.pem cannot be read. Check that it is there");
    }

    @Test
    void showsWhoItWasUntilSomebodyIsErased() {
        extractToApprove();
        assertThat(shell.read("work/audit.jsonl")).doesNotContain("ops@acme.example");

        assertThat(shell.migrate("audit", "show")).isZero();
        assertThat(shell.out()).contains("approved", "by=ops@acme.example", "3 events of 3");
        assertThat(shell.migrate("audit", "erase", "--person", "ops@acme.example"))
                .isZero();
        assertThat(shell.out()).contains("Erased: 1 value");

        assertThat(shell.migrate("audit", "show", "--from", "3", "--count", "1"))
                .isZero();
        assertThat(shell.out()).contains("by=sha256:", "1 event of 4").doesNotContain("ops@acme.example");
        assertThat(shell.migrate("audit", "verify")).isZero();
        assertThat(shell.migrate("audit", "erase", "--person", "ops@acme.example"))
                .isEqualTo(3);
    }

    @Test
    void erasesARecordOfTheSource() throws Exception {
        extractToApprove();
        assertThat(shell.migrate("prepare")).isZero();
        assertThat(shell.migrate("run")).isZero();
        assertThat(shell.migrate("audit", "show", "--json")).isZero();
        String effect = shell.json().path("entries").findValuesAsText("effect").get(0);

        assertThat(shell.migrate("audit", "erase", "--source", effect.split("/", -1)[1]))
                .isZero();
        assertThat(shell.migrate("audit", "show", "--json")).isZero();
        assertThat(shell.json().path("entries").findValuesAsText("effect"))
                .hasSize(2)
                .doesNotContain(effect);
    }

    @Test
    void givesTwo_whenNobodySaysWhomToErase() {
        assertThat(shell.migrate("audit", "erase")).isEqualTo(2);
        assertThat(shell.migrate("audit", "erase", "--person", "a", "--source", "b:c"))
                .isEqualTo(2);
    }

    @Test
    void givesSixAndNamesTheLine_whateverIsDoneToTheTrail() {
        extractToApprove();
        List<String> lines = shell.read("work/audit.jsonl").lines().toList();
        List<List<String>> tampered = List.of(
                List.of(lines.get(0), lines.get(1)),
                List.of(lines.get(0), lines.get(2)),
                List.of(lines.get(0), lines.get(2), lines.get(1)),
                List.of(lines.get(0), lines.get(0), lines.get(1), lines.get(2)),
                List.of(lines.get(0), lines.get(1).replace("planned", "planted"), lines.get(2)));
        List<Integer> places = List.of(3, 2, 2, 2, 2);

        for (int i = 0; i < tampered.size(); i++) {
            shell.write("work/audit.jsonl", String.join("\n", tampered.get(i)) + "\n");
            assertThat(shell.migrate("audit", "verify")).as("tampering %s", i).isEqualTo(6);
            assertThat(shell.out()).contains("NOT WHOLE: line " + places.get(i) + " ");
        }
        shell.write("work/audit.jsonl", String.join("\n", lines));
        assertThat(shell.migrate("audit", "verify")).as("cut in the last line").isEqualTo(6);
        shell.write("work/audit.jsonl", String.join("\n", lines) + "\n");
        assertThat(shell.migrate("audit", "verify")).isZero();
    }
}
