package dev.crmmigration.examples.cli.config;

import dev.crmmigration.api.audit.AuditSink;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.source.Source;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;

/** The settings that the connector of a platform declares; none if there is no such connector. */
final class KnownSettings {

    private final List<Setting> declared;

    private KnownSettings(Stream<List<Setting>> declared) {
        this.declared = declared.flatMap(List::stream).toList();
    }

    static KnownSettings ofSource(String platform) {
        return of(Source.class, Source::platform, Source::settings, platform);
    }

    static KnownSettings ofDestination(String platform) {
        return of(Destination.class, Destination::platform, Destination::settings, platform);
    }

    static KnownSettings ofAuditSink(String name) {
        return of(AuditSink.class, AuditSink::name, AuditSink::settings, name);
    }

    private static <C> KnownSettings of(
            Class<C> kind, Function<C, String> name, Function<C, List<Setting>> settings, String platform) {
        return new KnownSettings(ServiceLoader.load(kind).stream()
                .map(ServiceLoader.Provider::get)
                .filter(connector -> name.apply(connector).equals(platform))
                .map(settings));
    }

    /** Makes settings of values: what the connector declares as secret becomes a secret. */
    Settings settings(Map<String, String> values) {
        Settings settings = Settings.none();
        for (Map.Entry<String, String> value : values.entrySet()) {
            settings = isSecret(value.getKey())
                    ? settings.secret(value.getKey(), value.getValue())
                    : settings.with(value.getKey(), value.getValue());
        }
        return settings;
    }

    private boolean isSecret(String name) {
        return declared.stream()
                .anyMatch(setting -> setting.secret() && setting.name().equals(name));
    }
}
