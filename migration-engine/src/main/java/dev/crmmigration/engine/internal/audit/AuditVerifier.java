package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.engine.internal.audit.AuditVerification.Broken;
import dev.crmmigration.engine.internal.audit.AuditVerification.Intact;
import dev.crmmigration.engine.internal.audit.AuditVerification.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a trail that {@link FileAuditSink} wrote, needing nothing but the file. Holds one line at a time. */
public final class AuditVerifier {

    private final Path path;
    private final @Nullable AuditHead expected;
    private AuditHead head = AuditHead.NONE;

    private AuditVerifier(Path path, @Nullable AuditHead expected) {
        this.path = path;
        this.expected = expected;
    }

    /** Checks a trail by itself. A missing end cannot be seen this way. */
    public static AuditVerification verify(Path path) {
        return new AuditVerifier(path, null).verify();
    }

    /** Checks a trail that must end with {@code expected}, as the journal knows it. */
    public static AuditVerification verify(Path path, AuditHead expected) {
        return new AuditVerifier(path, expected).verify();
    }

    private AuditVerification verify() {
        try (LineReader lines = new LineReader(path)) {
            while (lines.next()) {
                Optional<Broken> broken = follow(lines);
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
            return end();
        } catch (IOException e) {
            throw new AuditTrailException("audit trail " + path + " cannot be read. Check that it is there.", e);
        }
    }

    private Optional<Broken> follow(LineReader lines) throws IOException {
        if (!lines.isComplete()) {
            return broken(Kind.TRUNCATED_LINE, "has no end. Open the migration again: it mends what a crash tore.");
        }
        Optional<AuditEvent> parsed = EventParser.parse(lines.line());
        if (parsed.isEmpty()) {
            return broken(Kind.UNREADABLE, "is not an event as it was written.");
        }
        AuditEvent event = parsed.get();
        if (!CanonicalEvent.hash(event).equals(event.hash())) {
            return broken(Kind.CHANGED, "was changed: its hash is not that of what it says.");
        }
        Optional<Broken> broken = checkPlace(event, lines);
        head = AuditHead.of(event);
        return broken;
    }

    private Optional<Broken> checkPlace(AuditEvent event, LineReader rest) throws IOException {
        long due = head.sequence() + 1;
        if (event.sequence() < due) {
            return broken(Kind.REORDERED, "has event " + event.sequence() + " where event " + due + " is due.");
        }
        if (event.sequence() > due) {
            return comesLater(due, rest)
                    ? broken(Kind.REORDERED, "has event " + event.sequence() + ", and event " + due + " comes later.")
                    : broken(Kind.DROPPED, "has event " + event.sequence() + ", and event " + due + " is missing.");
        }
        if (!event.previousHash().equals(head.hash())) {
            return broken(Kind.CHANGED, "names another event before it: that one was changed, or this one.");
        }
        return checkHead(event);
    }

    private Optional<Broken> checkHead(AuditEvent event) {
        if (expected == null || event.sequence() < expected.sequence()) {
            return Optional.empty();
        }
        if (event.sequence() > expected.sequence()) {
            return broken(Kind.ADDED, "is beyond event " + expected.sequence() + ", the last that was recorded.");
        }
        return event.hash().equals(expected.hash())
                ? Optional.empty()
                : broken(Kind.CHANGED, "is not the event that was recorded: the trail was written anew.");
    }

    private static boolean comesLater(long sequence, LineReader rest) throws IOException {
        while (rest.next()) {
            Optional<AuditEvent> event = EventParser.parse(rest.line());
            if (event.isPresent() && event.get().sequence() == sequence) {
                return true;
            }
        }
        return false;
    }

    private AuditVerification end() {
        if (expected == null || head.sequence() == expected.sequence()) {
            return new Intact(head);
        }
        String message = "is missing: the trail ends before event " + expected.sequence() + ", which was recorded.";
        return broken(Kind.DROPPED, message).orElseThrow();
    }

    private Optional<Broken> broken(Kind kind, String message) {
        long line = head.sequence() + 1;
        return Optional.of(new Broken(line, kind, "line " + line + " " + message));
    }
}
