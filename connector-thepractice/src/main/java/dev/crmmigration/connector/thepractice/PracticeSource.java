package dev.crmmigration.connector.thepractice;

import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.toolkit.bundle.Bundle;
import dev.crmmigration.toolkit.bundle.BundleSession;
import java.util.List;

/** The Practice as a source: the bundle of files that a practice is exported to, since it has no API for its customers. */
public final class PracticeSource implements Source {

    @Override
    public String platform() {
        return PracticeObject.PLATFORM;
    }

    @Override
    public List<Setting> settings() {
        return PracticeSettings.KNOWN;
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        PracticeSettings known = PracticeSettings.of(settings.checked(platform(), settings()));
        return new BundleSession(
                Bundle.open(PracticeObject.FORMAT, known.bundle()),
                bundle -> Survey.of(bundle, known, context.http()),
                PracticeObject.NOTE);
    }
}
