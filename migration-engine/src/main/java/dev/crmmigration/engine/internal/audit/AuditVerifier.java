package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.api.audit.AuditLines;
import dev.crmmigration.engine.internal.audit.AuditVerification.Broken;
import dev.crmmigration.engine.internal.audit.AuditVerification.Intact;
import dev.crmmigration.engine.internal.audit.AuditVerification.Kind;
import dev.crmmigration.engine.internal.audit.ExpectedTrail.Objection;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/** Checks a trail, needing nothing but what a sink holds. Changes nothing; holds one line at a time. */
public final class AuditVerifier {

    private final TrailLines lines;
    private final ExpectedTrail expected;
    private final RootCheck roots;
    private AuditHead head = AuditHead.NONE;

    private AuditVerifier(TrailLines lines, ExpectedTrail expected, List<PublicKey> keys) {
        this.lines = lines;
        this.expected = expected;
        this.roots = new RootCheck(keys);
    }

    /**
     * Checks a trail that {@link FileAuditSink} wrote.
     *
     * @param keys whose signatures the trail must have; none if it need not be signed
     */
    public static AuditVerification verify(Path path, ExpectedTrail expected, List<PublicKey> keys) {
        try (LineReader lines = new LineReader(path)) {
            return new AuditVerifier(lines, expected, keys).verify();
        } catch (IOException e) {
            throw new AuditTrailException("audit trail " + path + " cannot be read. Check that it is there.", e);
        }
    }

    /** Checks what a sink reads back. */
    public static AuditVerification verify(AuditLines read, ExpectedTrail expected, List<PublicKey> keys) {
        try (SinkLines lines = new SinkLines(read)) {
            return new AuditVerifier(lines, expected, keys).verify();
        } catch (IOException e) {
            throw new AuditTrailException("an audit trail cannot be read.", e);
        }
    }

    private AuditVerification verify() throws IOException {
        while (lines.next()) {
            if (!lines.isComplete() && head.sequence() >= expected.length() && expected != ExpectedTrail.UNKNOWN) {
                // A crash tore what nobody called delivered; it is mended when the trail is opened.
                return end();
            }
            Optional<Broken> broken = follow();
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        return end();
    }

    private Optional<Broken> follow() throws IOException {
        if (!lines.isComplete()) {
            return broken(Kind.TRUNCATED_LINE, "has no end: the trail was cut, or a crash tore it.");
        }
        Optional<AuditEvent> parsed = EventParser.parse(lines.line());
        if (parsed.isEmpty()) {
            return broken(Kind.UNREADABLE, "is not an event as it was written.");
        }
        AuditEvent event = parsed.get();
        if (!CanonicalEvent.hash(event).equals(event.hash())) {
            return broken(Kind.CHANGED, "was changed: its hash is not that of what it says.");
        }
        Optional<Broken> broken = checkPlace(event);
        head = AuditHead.of(event);
        return broken;
    }

    private Optional<Broken> checkPlace(AuditEvent event) throws IOException {
        long due = head.sequence() + 1;
        if (event.sequence() < due) {
            return broken(Kind.REORDERED, "has event " + event.sequence() + " where event " + due + " is due.");
        }
        if (event.sequence() > due) {
            return comesLater(due)
                    ? broken(Kind.REORDERED, "has event " + event.sequence() + ", and event " + due + " comes later.")
                    : broken(Kind.DROPPED, "has event " + event.sequence() + ", and event " + due + " is missing.");
        }
        if (!event.previousHash().equals(head.hash())) {
            return broken(Kind.CHANGED, "names another event before it: that one was changed, or this one.");
        }
        return expected.objection(event).or(() -> roots.objection(event)).flatMap(this::broken);
    }

    private boolean comesLater(long sequence) throws IOException {
        while (lines.next()) {
            Optional<AuditEvent> event = EventParser.parse(lines.line());
            if (event.isPresent() && event.get().sequence() == sequence) {
                return true;
            }
        }
        return false;
    }

    private AuditVerification end() {
        if (head.sequence() < expected.length()) {
            String message = "is missing: the trail ends before event " + expected.length() + ", which was recorded.";
            return broken(Kind.DROPPED, message).orElseThrow();
        }
        return roots.objectionAtEnd(head)
                .flatMap(this::broken)
                .<AuditVerification>map(broken -> broken)
                .orElseGet(() -> new Intact(head, roots.signatures()));
    }

    private Optional<Broken> broken(Objection objection) {
        return broken(objection.kind(), objection.message());
    }

    private Optional<Broken> broken(Kind kind, String message) {
        long line = head.sequence() + 1;
        return Optional.of(new Broken(line, kind, "line " + line + " " + message));
    }
}
