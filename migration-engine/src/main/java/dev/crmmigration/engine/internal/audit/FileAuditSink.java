package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditContext;
import dev.crmmigration.api.audit.AuditSink;
import dev.crmmigration.api.audit.AuditTrail;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import java.util.List;

/** Keeps the trail in the workspace as {@code audit.jsonl}, an event a line. */
public final class FileAuditSink implements AuditSink {

    /** The trail's file in the workspace. */
    public static final String FILE_NAME = "audit.jsonl";

    @Override
    public String name() {
        return "file";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public AuditTrail open(Settings settings, AuditContext context) {
        settings.checked(name(), settings());
        return FileAuditTrail.open(context.workspace().resolve(FILE_NAME));
    }
}
