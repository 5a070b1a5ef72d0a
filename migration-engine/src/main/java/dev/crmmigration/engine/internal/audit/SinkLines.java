package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditLines;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a sink reads back; its entries are whole. */
final class SinkLines implements TrailLines {

    private final AuditLines lines;
    private byte[] line = {};

    SinkLines(AuditLines lines) {
        this.lines = lines;
    }

    @Override
    public boolean next() {
        Optional<String> next = lines.next();
        line = next.orElse("").getBytes(StandardCharsets.UTF_8);
        return next.isPresent();
    }

    @Override
    public byte[] line() {
        return line;
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public void close() {
        lines.close();
    }
}
