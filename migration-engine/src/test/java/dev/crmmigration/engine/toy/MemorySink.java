package dev.crmmigration.engine.toy;

import dev.crmmigration.api.audit.AuditContext;
import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.api.audit.AuditLines;
import dev.crmmigration.api.audit.AuditSink;
import dev.crmmigration.api.audit.AuditTrail;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A partner's sink: keeps the trail in memory, and fails when it is told to. */
public final class MemorySink implements AuditSink {

    /** Everything that was flushed, in the form of {@link AuditEvent#line}. */
    public final List<String> lines = new ArrayList<>();

    private long sequence;
    private String hash = "";
    private long failingAt = Long.MAX_VALUE;
    private boolean failingOpen;
    private boolean failingClose;

    public MemorySink failingAtEntry(long number) {
        failingAt = number;
        return this;
    }

    public MemorySink failingAtOpen() {
        failingOpen = true;
        return this;
    }

    public MemorySink failingAtClose() {
        failingClose = true;
        return this;
    }

    public void mend() {
        failingAt = Long.MAX_VALUE;
        failingOpen = false;
        failingClose = false;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.optional("colour", "any colour"));
    }

    @Override
    public AuditTrail open(Settings settings, AuditContext context) {
        if (failingOpen) {
            throw new IllegalStateException("out of order");
        }
        return new Trail();
    }

    @Override
    public Optional<AuditLines> read(Settings settings, AuditContext context) {
        Iterator<String> iterator = List.copyOf(lines).iterator();
        return Optional.of(new AuditLines() {
            @Override
            public Optional<String> next() {
                return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        });
    }

    private final class Trail implements AuditTrail {

        private final List<AuditEvent> recorded = new ArrayList<>();

        @Override
        public long lastSequence() {
            return sequence;
        }

        @Override
        public String lastHash() {
            return hash;
        }

        @Override
        public void record(AuditEvent event) {
            if (event.sequence() >= failingAt) {
                throw new IllegalStateException("full");
            }
            recorded.add(event);
        }

        @Override
        public void flush() {
            for (AuditEvent event : recorded) {
                lines.add(event.line());
                sequence = event.sequence();
                hash = event.hash();
            }
            recorded.clear();
        }

        @Override
        public void close() {
            if (failingClose) {
                throw new IllegalStateException("stuck");
            }
        }
    }
}
