package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditContext;
import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.api.audit.AuditSink;
import dev.crmmigration.api.audit.AuditTrail;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs every event as its line. A log cannot be read back: the engine remembers how far it is, and an event that was
 * logged right before a crash may be logged again.
 */
public final class Slf4jAuditSink implements AuditSink {

    private static final String LOGGER = "logger";

    @Override
    public String name() {
        return "slf4j";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.optional(LOGGER, "the name of the logger, which logs at level INFO", "dev.crmmigration.audit"));
    }

    @Override
    public AuditTrail open(Settings settings, AuditContext context) {
        String configured = settings.checked(name(), settings()).get(LOGGER).orElseThrow();
        Logger logger = LoggerFactory.getLogger(configured);
        if (!logger.isInfoEnabled()) {
            throw new AuditTrailException(
                    "logger " + configured + " of audit sink 'slf4j' does not log at level INFO: the trail would"
                            + " be lost. Configure it, or leave the sink out.",
                    null);
        }
        return new Trail(logger, new AuditHead(context.delivered(), context.deliveredHash()));
    }

    private static final class Trail implements AuditTrail {

        private final Logger logger;
        private AuditHead head;

        Trail(Logger logger, AuditHead head) {
            this.logger = logger;
            this.head = head;
        }

        @Override
        public long lastSequence() {
            return head.sequence();
        }

        @Override
        public String lastHash() {
            return head.hash();
        }

        @Override
        public void record(AuditEvent event) {
            logger.info("{}", event.line());
            head = AuditHead.of(event);
        }

        @Override
        public void flush() {
            // The logger decides when a line is durable.
        }

        @Override
        public void close() {
            // The logger belongs to the host.
        }
    }
}
