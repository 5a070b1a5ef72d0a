package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.api.source.UsualTime;
import dev.crmmigration.connector.kartra.api.KartraApi;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import java.util.List;
import java.util.Optional;

/**
 * Kartra as a source: the CSV files that its pages export, since it has no way to list contacts otherwise. Its API can be asked about
 * each of them.
 */
public final class KartraSource implements Source {

    @Override
    public String platform() {
        return "kartra";
    }

    @Override
    public List<Setting> settings() {
        return KartraSettings.KNOWN;
    }

    /** Accounts of more than 2,500 contacts are exported in parts (the pair's page); a setting could not be known yet. */
    @Override
    public SourceOutline outline() {
        return KartraOutline.of(2_500, KartraInventory.NOT_EXPORTED);
    }

    @Override
    public List<PlatformNote> notes() {
        return KartraOutline.NOTES;
    }

    /** What the pair's page says for accounts of up to 5,000 contacts. */
    @Override
    public Optional<UsualTime> usualTime(String destination) {
        return Optional.of(UsualTime.ofWeeks(3, 5));
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        KartraSettings known = KartraSettings.of(settings.checked(platform(), settings()));
        KartraExport export = KartraExport.of(ExportFolder.open("export", known.export()), known);
        Optional<KartraApi> api = known.api().map(access -> KartraApi.open(access, context));
        return new KartraSession(known, export, api.orElse(null));
    }
}
