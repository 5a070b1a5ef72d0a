package dev.crmmigration.connector.profi;

import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.toolkit.bundle.Bundle;
import dev.crmmigration.toolkit.bundle.BundleSession;
import dev.crmmigration.toolkit.bundle.BundleSettings;
import java.util.List;

/** Profi as a source: the bundle of files that a workspace is exported to, since it has no public way to list records. */
public final class ProfiSource implements Source {

    private static final List<Setting> KNOWN = BundleSettings.known("Profi");

    @Override
    public String platform() {
        return "profi";
    }

    @Override
    public List<Setting> settings() {
        return KNOWN;
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        BundleSettings known = BundleSettings.of(platform(), settings.checked(platform(), settings()));
        return new BundleSession(Bundle.open(ProfiObject.FORMAT, known), Survey::of, ProfiObject.NOTE);
    }
}
