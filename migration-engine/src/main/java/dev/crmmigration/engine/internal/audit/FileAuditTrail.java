package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.api.audit.AuditTrail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Appends events to a file. What was torn by a crash is cut off when it is opened, and the engine delivers it again. The
 * file is no channel, because an interrupt, by which a host stops a migration, would close that.
 */
final class FileAuditTrail implements AuditTrail {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final RandomAccessFile file;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER);
    private AuditHead recorded;
    private AuditHead durable;
    private boolean failed;
    private boolean closed;

    private FileAuditTrail(Path path, RandomAccessFile file, AuditHead head) {
        this.path = path;
        this.file = file;
        this.recorded = head;
        this.durable = head;
    }

    static FileAuditTrail open(Path path) {
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            try {
                return resume(path, file);
            } catch (IOException | AuditTrailException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new AuditTrailException("audit trail " + path + " cannot be opened. Check its folder.", e);
        }
    }

    private static FileAuditTrail resume(Path path, RandomAccessFile file) throws IOException {
        TrailTail tail = TrailTail.find(file);
        file.setLength(tail.length());
        file.seek(tail.length());
        // A crash may have left lines in the system's cache only; from here on they are called durable.
        file.getFD().sync();
        if (tail.length() == 0) {
            return new FileAuditTrail(path, file, AuditHead.NONE);
        }
        AuditEvent last = tail.lastEvent()
                .orElseThrow(() -> new AuditTrailException(
                        "audit trail " + path + " does not end with an event. Verify it, and put a copy in its place.",
                        null));
        return new FileAuditTrail(path, file, AuditHead.of(last));
    }

    @Override
    public long lastSequence() {
        return durable.sequence();
    }

    @Override
    public String lastHash() {
        return durable.hash();
    }

    @Override
    public void record(AuditEvent event) {
        if (!recorded.isFollowedBy(event)) {
            throw new IllegalArgumentException(
                    "event " + event.sequence() + " does not follow event " + recorded.sequence() + " of " + path);
        }
        byte[] line = (event.line() + '\n').getBytes(StandardCharsets.UTF_8);
        if (line.length > LineReader.LONGEST_LINE) {
            throw new IllegalArgumentException("event " + event.sequence() + " of kind " + event.kind() + " has "
                    + line.length + " bytes. Attributes are for ids, codes and counts.");
        }
        guarded(() -> append(line));
        recorded = AuditHead.of(event);
    }

    private void append(byte[] line) throws IOException {
        buffer.write(line);
        if (buffer.size() >= BUFFER) {
            drain();
        }
    }

    @Override
    public void flush() {
        guarded(() -> {
            drain();
            file.getFD().sync();
        });
        durable = recorded;
    }

    private void drain() throws IOException {
        file.write(buffer.toByteArray());
        buffer.reset();
    }

    /** After a failure the file may end within a line: nothing may follow it before the trail is opened again. */
    private void guarded(FileAction action) {
        if (failed) {
            throw new AuditTrailException("audit trail " + path + " failed before. Open the migration again.", null);
        }
        try {
            action.run();
        } catch (IOException e) {
            failed = true;
            throw new AuditTrailException(
                    "audit trail " + path + " cannot be written. Check the free space, then run the step again.", e);
        }
    }

    /** Flushes, unless the trail failed, and closes the file. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (file) {
            if (!failed) {
                flush();
            }
        } catch (IOException e) {
            throw new AuditTrailException("audit trail " + path + " cannot be closed.", e);
        }
    }

    private interface FileAction {
        void run() throws IOException;
    }
}
