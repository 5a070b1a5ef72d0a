package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import java.util.List;

/** Kartra as a source: the CSV files that its pages export, since it has no way to list contacts otherwise. */
public final class KartraSource implements Source {

    @Override
    public String platform() {
        return "kartra";
    }

    @Override
    public List<Setting> settings() {
        return KartraSettings.KNOWN;
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        KartraSettings known = KartraSettings.of(settings.checked(platform(), settings()));
        return new KartraSession(known, KartraExport.of(ExportFolder.open("export", known.export()), known));
    }
}
