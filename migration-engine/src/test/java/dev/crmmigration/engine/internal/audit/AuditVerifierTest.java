package dev.crmmigration.engine.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.engine.internal.audit.AuditVerification.Broken;
import dev.crmmigration.engine.internal.audit.AuditVerification.Intact;
import dev.crmmigration.engine.internal.audit.AuditVerification.Kind;
import dev.crmmigration.engine.internal.audit.AuditVerification.Signatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifierTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00.123Z");

    @TempDir
    private Path folder;

    private final List<AuditEvent> events = new ArrayList<>();
    private Path trail;
    private AuditHead head;

    @BeforeEach
    void writeTrail() {
        trail = folder.resolve(FileAuditSink.FILE_NAME);
        AuditChain chain = AuditChain.after(AuditHead.NONE);
        for (int number = 1; number <= 6; number++) {
            events.add(
                    chain.next(AT.plusSeconds(number), "created", Map.of("ref", "person:" + number, "mapping", "P")));
        }
        try (FileAuditTrail open = FileAuditTrail.open(trail)) {
            events.forEach(open::record);
        }
        head = chain.head();
    }

    @Test
    void findsTheTrailIntact_whenNobodyTouchedIt() {
        assertThat(verify(trail)).isEqualTo(new Intact(head, Signatures.NONE));
        assertThat(verify(trail, head)).isEqualTo(new Intact(head, Signatures.NONE));
        assertThat(head.sequence()).isEqualTo(6);
    }

    @Test
    void findsAnEmptyTrailIntact() throws IOException {
        Files.write(trail, new byte[0]);

        assertThat(verify(trail)).isEqualTo(new Intact(AuditHead.NONE, Signatures.NONE));
    }

    @Test
    void findsEveryChangedByte() throws IOException {
        byte[] original = Files.readAllBytes(trail);
        for (int position = 0; position < original.length; position++) {
            byte[] changed = original.clone();
            changed[position] ^= (byte) (position % 2 == 0 ? 0x01 : 0x80);
            Files.write(trail, changed);

            assertThat(verify(trail)).as("byte %s changed", position).isInstanceOf(Broken.class);
        }
    }

    @Test
    void findsEveryRemovedByte() throws IOException {
        byte[] original = Files.readAllBytes(trail);
        for (int position = 0; position < original.length; position++) {
            byte[] shorter = new byte[original.length - 1];
            System.arraycopy(original, 0, shorter, 0, position);
            System.arraycopy(original, position + 1, shorter, position, shorter.length - position);
            Files.write(trail, shorter);

            assertThat(verify(trail)).as("byte %s removed", position).isInstanceOf(Broken.class);
        }
    }

    @Test
    void findsEveryCutInTheMiddleOfALine() throws IOException {
        byte[] original = Files.readAllBytes(trail);
        for (int length = 0; length < original.length; length++) {
            byte[] cut = Arrays.copyOf(original, length);
            Files.write(trail, cut);
            boolean betweenLines = length == 0 || original[length - 1] == '\n';

            AuditVerification alone = verify(trail);
            AuditVerification withHead = verify(trail, head);

            assertThat(alone).isInstanceOf(betweenLines ? Intact.class : Broken.class);
            assertThat(kind(withHead)).isEqualTo(betweenLines ? Kind.DROPPED : Kind.TRUNCATED_LINE);
        }
    }

    @Test
    void findsEveryDroppedEvent() throws IOException {
        for (int dropped = 0; dropped < 5; dropped++) {
            List<String> lines = lines();
            lines.remove(dropped);
            write(lines);

            assertThat(verify(trail))
                    .isEqualTo(new Broken(
                            dropped + 1,
                            Kind.DROPPED,
                            "line " + (dropped + 1) + " has event " + (dropped + 2) + ", and event " + (dropped + 1)
                                    + " is missing."));
            writeOriginal();
        }
    }

    @Test
    void findsEverySwappedPair() throws IOException {
        for (int first = 0; first < 6; first++) {
            for (int second = first + 1; second < 6; second++) {
                List<String> lines = lines();
                Collections.swap(lines, first, second);
                write(lines);

                assertThat(verify(trail))
                        .isEqualTo(new Broken(
                                first + 1,
                                Kind.REORDERED,
                                "line " + (first + 1) + " has event " + (second + 1) + ", and event " + (first + 1)
                                        + " comes later."));
                writeOriginal();
            }
        }
    }

    @Test
    void findsARepeatedEvent() throws IOException {
        List<String> lines = lines();
        lines.add(3, lines.get(2));
        write(lines);

        assertThat(verify(trail)).isEqualTo(new Broken(4, Kind.REORDERED, "line 4 has event 3 where event 4 is due."));
    }

    @Test
    void findsAnEventThatWasChangedTogetherWithItsHash() throws IOException {
        AuditChain forger = AuditChain.after(AuditHead.of(events.get(1)));
        List<String> lines = lines();
        lines.set(2, forger.next(AT, "created", Map.of("ref", "person:666")).line());
        write(lines);

        assertThat(verify(trail))
                .isEqualTo(new Broken(
                        4, Kind.CHANGED, "line 4 names another event before it: that one was changed, or this one."));
    }

    @Test
    void findsATrailThatWasWrittenAnew_whenTheJournalKnowsItsHead() throws IOException {
        AuditChain forger = AuditChain.after(AuditHead.NONE);
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            lines.add(forger.next(AT, "created", Map.of()).line());
        }
        write(lines);

        assertThat(verify(trail)).isInstanceOf(Intact.class);
        assertThat(kind(verify(trail, head))).isEqualTo(Kind.CHANGED);
    }

    @Test
    void findsAnAddedEvent_whenTheJournalKnowsItsHead() throws IOException {
        List<String> lines = lines();
        lines.add(AuditChain.after(head).next(AT, "accepted", Map.of()).line());
        write(lines);

        assertThat(verify(trail, head))
                .isEqualTo(new Broken(7, Kind.ADDED, "line 7 is beyond event 6, the last that was recorded."));
    }

    @Test
    void findsALineThatIsFarTooLong_withoutKeepingIt() throws IOException {
        Files.writeString(trail, "{\"sequence\":7," + " ".repeat(3_000_000) + "}\n");

        assertThat(kind(verify(trail))).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void saysSo_whenThereIsNoTrail() {
        Path missing = folder.resolve("none.jsonl");

        assertThatThrownBy(() -> verify(missing))
                .isInstanceOf(AuditTrailException.class)
                .hasMessage("audit trail " + missing + " cannot be read. Check that it is there.");
    }

    private static AuditVerification verify(Path file) {
        return AuditVerifier.verify(file, ExpectedTrail.UNKNOWN, List.of());
    }

    private static AuditVerification verify(Path file, AuditHead expected) {
        return AuditVerifier.verify(file, ExpectedTrail.endingWith(expected), List.of());
    }

    private static Kind kind(AuditVerification verification) {
        assertThat(verification).isInstanceOf(Broken.class);
        return ((Broken) verification).kind();
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(trail, StandardCharsets.UTF_8));
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(trail, String.join("\n", lines) + "\n");
    }

    private void writeOriginal() throws IOException {
        write(events.stream().map(AuditEvent::line).toList());
    }
}
