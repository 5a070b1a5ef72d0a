package dev.crmmigration.engine.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.audit.AuditContext;
import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.api.audit.AuditSink;
import dev.crmmigration.api.audit.AuditTrail;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.engine.internal.audit.AuditVerification.Intact;
import dev.crmmigration.engine.internal.audit.AuditVerification.Signatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAuditSinkTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    private Path workspace;

    private final AuditChain chain = AuditChain.after(AuditHead.NONE);

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(AuditSink.class))
                .extracting(AuditSink::name)
                .contains("file");
    }

    @Test
    void knowsNoSettings() {
        AuditContext context = new AuditContext("acme", workspace);

        assertThatThrownBy(() -> new FileAuditSink().open(Settings.of("path", "x"), context))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void writesOneLinePerEvent() throws IOException {
        try (AuditTrail trail = open()) {
            trail.record(chain.next(AT, "approved", Map.of("by", "ops", "plan", "\"7\"\n")));
        }

        assertThat(Files.readString(file()))
                .isEqualTo("{\"sequence\":1,\"at\":\"2026-03-02T10:00:00Z\",\"kind\":\"approved\","
                        + "\"attributes\":{\"by\":\"ops\",\"plan\":\"\\\"7\\\"\\u000a\"},\"previousHash\":\"\","
                        + "\"hash\":\"" + chain.head().hash() + "\"}\n");
    }

    @Test
    void hashesTheLineWithoutItsLastMember() {
        AuditEvent event = chain.next(AT, "approved", Map.of("by", "ops"));

        // printf '%s' '{"sequence":1,...,"previousHash":""}' | sha256sum
        assertThat(event.hash()).isEqualTo("06d36c12a5aa77ce5058275cc7cdd04dde95ddcf5e16303fdfb5bc2edbababbf");
    }

    @Test
    void callsAnEventDurable_whenItIsFlushed() {
        try (AuditTrail trail = open()) {
            trail.record(chain.next(AT, "created", Map.of()));
            assertThat(trail.lastSequence()).isZero();

            trail.flush();

            assertThat(trail.lastSequence()).isEqualTo(1);
            assertThat(trail.lastHash()).isEqualTo(chain.head().hash());
        }
    }

    @Test
    void goesOnAfterTheLastEvent_whenItIsOpenedAgain() {
        record(3);
        AuditHead before = chain.head();

        try (AuditTrail trail = open()) {
            assertThat(trail.lastSequence()).isEqualTo(3);
            assertThat(trail.lastHash()).isEqualTo(before.hash());
            trail.record(chain.next(AT, "created", Map.of()));
        }

        assertThat(verify()).isEqualTo(new Intact(chain.head(), Signatures.NONE));
    }

    @Test
    void cutsTheTornLine_whereverTheCrashCameAndGoesOn() throws IOException {
        List<AuditEvent> events = record(2);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));

            try (AuditTrail trail = open()) {
                events.stream().skip(trail.lastSequence()).forEach(trail::record);
            }

            assertThat(Files.readAllBytes(file())).isEqualTo(whole);
        }
    }

    @Test
    void cutsATornLine_whenItIsLongerThanABlock() throws IOException {
        record(2);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), new byte[20_000], StandardOpenOption.APPEND);

        open().close();

        assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }

    @Test
    void readsTheLastEvent_whenItsLineIsLongerThanABlock() {
        try (AuditTrail trail = open()) {
            trail.record(chain.next(AT, "created", Map.of()));
            trail.record(chain.next(AT, "created", Map.of("ids", "7,".repeat(50_000))));
        }

        try (AuditTrail trail = open()) {
            assertThat(trail.lastHash()).isEqualTo(chain.head().hash());
        }
    }

    @Test
    void refusesAnEvent_whenItDoesNotFollow() {
        chain.next(AT, "created", Map.of());
        AuditEvent second = chain.next(AT, "created", Map.of());

        try (AuditTrail trail = open()) {
            assertThatThrownBy(() -> trail.record(second))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("event 2 does not follow event 0 of " + file());
        }
    }

    @Test
    void refusesATrail_whenItsLastLineIsNoEvent() throws IOException {
        record(1);
        Files.writeString(file(), "hello\n", StandardOpenOption.APPEND);

        assertThatThrownBy(this::open)
                .isInstanceOf(AuditTrailException.class)
                .hasMessage("audit trail " + file()
                        + " does not end with an event. Verify it, and put a copy in its place.");
    }

    @Test
    void writesOn_whenTheThreadIsInterrupted() {
        try (AuditTrail trail = open()) {
            Thread.currentThread().interrupt();
            trail.record(chain.next(AT, "created", Map.of()));
            trail.flush();
        }

        assertThat(Thread.interrupted()).isTrue();
        assertThat(verify()).isEqualTo(new Intact(chain.head(), Signatures.NONE));
    }

    @Test
    void saysSo_whenTheWorkspaceIsMissing() {
        Path missing = workspace.resolve("missing");
        AuditContext context = new AuditContext("acme", missing);

        assertThatThrownBy(() -> new FileAuditSink().open(Settings.none(), context))
                .isInstanceOf(AuditTrailException.class)
                .hasMessage("audit trail " + missing.resolve("audit.jsonl") + " cannot be opened. Check its folder.");
    }

    @Test
    void closesTwice() {
        AuditTrail trail = open();
        trail.record(chain.next(AT, "created", Map.of()));
        trail.close();
        trail.close();

        assertThat(verify()).isEqualTo(new Intact(chain.head(), Signatures.NONE));
    }

    @Test
    void makesTheSameEvents_whenTheChainIsMadeAgain() {
        AuditEvent first = chain.next(AT.plusNanos(1_234_567), "created", Map.of("a", "1", "b", "2"));

        AuditEvent again =
                AuditChain.after(AuditHead.NONE).next(AT.plusMillis(1), "created", Map.of("b", "2", "a", "1"));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void keepsWhatCannotBeEncoded_apart() {
        AuditEvent one = AuditChain.after(AuditHead.NONE).next(AT, "created", Map.of("id", "\ud800"));
        AuditEvent other = AuditChain.after(AuditHead.NONE).next(AT, "created", Map.of("id", "?"));

        assertThat(one.hash()).isNotEqualTo(other.hash());
        assertThat(EventParser.parse(one.line().getBytes(StandardCharsets.UTF_8)))
                .contains(one);
    }

    private List<AuditEvent> record(int count) {
        List<AuditEvent> events = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            events.add(chain.next(AT, "created", Map.of("ref", "person:" + number)));
        }
        try (AuditTrail trail = open()) {
            events.forEach(trail::record);
        }
        return events;
    }

    private AuditVerification verify() {
        return AuditVerifier.verify(file(), ExpectedTrail.endingWith(chain.head()), List.of());
    }

    private AuditTrail open() {
        return new FileAuditSink().open(Settings.none(), new AuditContext("acme", workspace));
    }

    private Path file() {
        return workspace.resolve("audit.jsonl");
    }
}
