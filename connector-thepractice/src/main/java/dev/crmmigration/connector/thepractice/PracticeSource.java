package dev.crmmigration.connector.thepractice;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Practice as a source: the bundle of files that a practice is exported to, since it has no API for its customers. */
public final class PracticeSource implements Source {

    private static final Map<String, String> NOTES = Map.of(
            "client", "Nothing can move without it.",
            "session", "With cancelled and missed sessions: the balance of packages is counted with them.",
            "client_package", "With those that are over: sessions find their package by it.",
            "package_status_change", "Without it only the time of the last change of each package is known.",
            "group", "With the tags of groups: exports of clients lack those that groups hand down.",
            "form_response", "With forms.json, which says how answers are ordered and which fill a property.",
            "contract", "With the PDFs in files/ if you can: links to them expire.",
            "attachment", "With the folder of the files that it names.");

    @Override
    public String platform() {
        return PracticeObject.PLATFORM;
    }

    @Override
    public List<Setting> settings() {
        return PracticeSettings.KNOWN;
    }

    @Override
    public SourceOutline outline() {
        return BundleOutline.of(
                PracticeObject.FORMAT,
                "the export of the whole practice (one folder or zip, a file for each object)",
                PracticeObject.CLIENT,
                NOTES,
                PracticeInventory.NOT_EXPORTED);
    }

    @Override
    public List<PlatformNote> notes() {
        return PracticeNotes.NOTES;
    }

    /** What the page of its pair says. */
    @Override
    public Optional<UsualTime> usualTime(String destination) {
        return Optional.of(UsualTime.ofHours(48, 72));
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
