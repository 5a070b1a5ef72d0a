package dev.crmmigration.api.audit;

import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import java.util.List;

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
}
