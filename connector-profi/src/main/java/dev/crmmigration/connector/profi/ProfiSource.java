package dev.crmmigration.connector.profi;

import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.toolkit.rest.RestMirror;
import java.util.List;

/** Profi as a source: the bundle of files that a workspace is exported to, or the same over an API. */
public final class ProfiSource implements Source {

    @Override
    public String platform() {
        return "profi";
    }

    @Override
    public List<Setting> settings() {
        return ProfiSettings.KNOWN;
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        ProfiSettings known = ProfiSettings.of(settings.checked(platform(), settings()));
        return known.rest()
                .map(access -> new ProfiSession(known, RestMirror.open(access, ProfiRest.BUNDLE, context)))
                .orElseGet(() -> new ProfiSession(ProfiExport.open(known)));
    }
}
