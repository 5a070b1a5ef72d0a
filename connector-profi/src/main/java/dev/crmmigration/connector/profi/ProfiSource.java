package dev.crmmigration.connector.profi;

import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.api.source.UsualTime;
import java.util.List;
import java.util.Optional;

/** Profi as a source: the bundle of files that a workspace is exported to, since it has no public way to list records. */
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
    public SourceOutline outline() {
        return ProfiOutline.outline();
    }

    @Override
    public List<PlatformNote> notes() {
        return ProfiOutline.NOTES;
    }

    /** What the pages of its pairs say. */
    @Override
    public Optional<UsualTime> usualTime(String destination) {
        return Optional.of(UsualTime.ofHours(48, 72));
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        ProfiSettings known = ProfiSettings.of(settings.checked(platform(), settings()));
        return new ProfiSession(ProfiExport.open(known));
    }
}
