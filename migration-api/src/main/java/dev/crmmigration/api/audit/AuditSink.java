package dev.crmmigration.api.audit;

import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import java.util.List;
import java.util.Optional;

/**
 * A place that the audit trail is delivered to. Found by {@code ServiceLoader}: public, with a public constructor
 * without arguments, cheap, stateless.
 */
public interface AuditSink {

    /** Returns the sink's name in lower case, such as {@code file}. */
    String name();

    List<Setting> settings();

    /** Opens the trail of one migration; what was delivered earlier is still in it. */
    AuditTrail open(Settings settings, AuditContext context);

    /**
     * Reads back what the trail of one migration holds, without changing or mending it, so that it can be verified.
     *
     * @return empty if that is not possible, as with a log
     */
    default Optional<AuditLines> read(Settings settings, AuditContext context) {
        return Optional.empty();
    }
}
