package dev.crmmigration.connector.profi;

import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.api.source.UsualTime;
import dev.crmmigration.toolkit.bundle.Bundle;
import dev.crmmigration.toolkit.bundle.BundleOutline;
import dev.crmmigration.toolkit.bundle.BundleSession;
import dev.crmmigration.toolkit.bundle.BundleSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profi as a source: the bundle of files that a workspace is exported to, since it has no public way to list records. */
public final class ProfiSource implements Source {

    private static final List<Setting> KNOWN = BundleSettings.known("Profi");

    private static final Map<String, String> NOTES = Map.of(
            "client", "Nothing can move without it.",
            "session", "With cancelled and missed sessions: the balance of packages is counted with them.",
            "enrollment", "With ended enrollments: sessions find their package by it.",
            "attachment", "With the folder of the files that it names.");

    @Override
    public String platform() {
        return "profi";
    }

    @Override
    public List<Setting> settings() {
        return KNOWN;
    }

    @Override
    public SourceOutline outline() {
        return BundleOutline.of(
                ProfiObject.FORMAT,
                "the export of the whole workspace (one folder or zip, a file for each object)",
                ProfiObject.CLIENT,
                NOTES,
                ProfiInventory.NOT_EXPORTED);
    }

    @Override
    public List<PlatformNote> notes() {
        return ProfiNotes.NOTES;
    }

    /** What the pages of its pairs say. */
    @Override
    public Optional<UsualTime> usualTime(String destination) {
        return Optional.of(UsualTime.ofHours(48, 72));
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        BundleSettings known = BundleSettings.of(platform(), settings.checked(platform(), settings()));
        return new BundleSession(Bundle.open(ProfiObject.FORMAT, known), Survey::of, ProfiObject.NOTE);
    }
}
