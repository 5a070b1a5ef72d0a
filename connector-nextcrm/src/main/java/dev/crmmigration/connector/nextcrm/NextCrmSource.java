package dev.crmmigration.connector.nextcrm;

import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.api.source.UsualTime;
import dev.crmmigration.connector.nextcrm.app.AppEdition;
import dev.crmmigration.connector.nextcrm.app.AppOptions;
import dev.crmmigration.connector.nextcrm.app.DatabaseAccess;
import dev.crmmigration.connector.nextcrm.files.FileStores;
import dev.crmmigration.connector.nextcrm.mapping.CampaignText;
import dev.crmmigration.connector.nextcrm.plugin.PluginOptions;
import dev.crmmigration.connector.nextcrm.plugin.PluginOutline;
import dev.crmmigration.connector.nextcrm.plugin.PluginSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** NextCRM as a source: the open-source application by its database, the WordPress plugin by its CSV files. */
public final class NextCrmSource implements Source {

    @Override
    public String platform() {
        return "nextcrm";
    }

    @Override
    public List<Setting> settings() {
        return NextCrmSettings.KNOWN;
    }

    /** The pair's page promises a week. */
    @Override
    public Duration hypercare() {
        return Duration.ofDays(7);
    }

    /** The application; of the plugin only the settings tell. */
    @Override
    public SourceOutline outline() {
        return AppEdition.outline();
    }

    @Override
    public SourceOutline outline(Settings given) {
        return Edition.of(new SettingsReading(given)) == Edition.PLUGIN ? PluginOutline.outline() : outline();
    }

    @Override
    public List<PlatformNote> notes() {
        return NextCrmNotes.NOTES;
    }

    /** What the pair's page says. */
    @Override
    public Optional<UsualTime> usualTime(String destination) {
        return Optional.of(UsualTime.ofWeeks(2, 4));
    }

    /** Only the application can be asked; what is decided about a campaign under way stands in the plan. */
    @Override
    public List<String> underWay(Settings given, ConnectorContext context, BiPredicate<String, String> isDecided) {
        SettingsReading settings = new SettingsReading(given.checked(platform(), settings()));
        if (Edition.of(settings) == Edition.PLUGIN) {
            return List.of();
        }
        DatabaseAccess access = new AppSettings(settings, context).database();
        settings.check();
        if (settings.items("leaveOut").contains("campaign")) {
            return List.of();
        }
        return AppEdition.underWay(access, status -> isDecided.test(CampaignText.STAGES, status));
    }

    @Override
    public SourceSession open(Settings given, ConnectorContext context) {
        SettingsReading settings = new SettingsReading(given.checked(platform(), settings()));
        return Edition.of(settings) == Edition.PLUGIN ? plugin(settings) : app(settings, context);
    }

    private static SourceSession plugin(SettingsReading settings) {
        PluginOptions options = new PluginSettings(settings).options();
        settings.check();
        return PluginSession.open(options);
    }

    private static SourceSession app(SettingsReading settings, ConnectorContext context) {
        AppSettings app = new AppSettings(settings, context);
        DatabaseAccess access = app.database();
        AppOptions options = app.options();
        FileStores stores = app.stores();
        settings.check();
        stores.check();
        return AppEdition.open(access, options, stores);
    }
}
