package dev.crmmigration.connector.nextcrm;

import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.connector.nextcrm.app.AppEdition;
import dev.crmmigration.connector.nextcrm.app.AppOptions;
import dev.crmmigration.connector.nextcrm.app.DatabaseAccess;
import dev.crmmigration.connector.nextcrm.files.FileStores;
import dev.crmmigration.connector.nextcrm.files.S3Access;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the settings of the application. */
final class AppSettings {

    private static final Pattern URL = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+\\])(?::([0-9]{1,5}))?/([^/?@]+)(?:\\?(.*))?");
    private static final int PORT = 5432;

    private final SettingsReading settings;
    private final ConnectorContext context;

    AppSettings(SettingsReading settings, ConnectorContext context) {
        this.settings = settings;
        this.context = context;
    }

    /** Prisma's address is taken as well: its schema counts. A password in it would be seen, so it is refused. */
    DatabaseAccess database() {
        String url = settings.required("jdbcUrl", "the application");
        Matcher parts = URL.matcher(url);
        boolean fits = parts.matches();
        if (!fits && !url.isEmpty()) {
            settings.problem("setting 'jdbcUrl' must be like jdbc:postgresql://host:5432/database, without a user or a"
                    + " password, which have settings of their own");
        }
        Map<String, String> parameters = parameters(fits && parts.group(4) != null ? parts.group(4) : "");
        String tls = settings.oneOf("tls", List.of("off", "prefer", "require", "verify-ca", "verify-full"));
        String secret = settings.secret("password");
        if (secret.isEmpty()) {
            settings.problem("setting 'password' is missing, which the application needs");
        }
        return new DatabaseAccess(
                fits ? parts.group(1) : "",
                fits && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : PORT,
                fits ? parts.group(3) : "",
                parameters.getOrDefault("schema", settings.text("schema")),
                settings.required("user", "the application"),
                Secret.of(secret),
                tls.equals("off") ? "disable" : tls,
                settings.text("tlsRootCertificate"),
                settings.duration("statementTimeout"),
                context.http().connectTimeout());
    }

    private Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (name.equals("schema") || name.equals("currentSchema")) {
                parameters.put("schema", parameter.substring(equals + 1));
            } else if (!name.isEmpty()) {
                settings.problem("setting 'jdbcUrl' has the parameter '" + name
                        + "', which is not taken. Give only schema there; the rest has settings of its own");
            }
        }
        return parameters;
    }

    AppOptions options() {
        Set<String> leftOut = settings.items("leaveOut");
        leftOut.stream()
                .filter(object -> !AppEdition.objects().contains(object))
                .forEach(object -> settings.problem("setting 'leaveOut' names '" + object
                        + "', which is no object. Take some of " + String.join(", ", AppEdition.objects())));
        return new AppOptions(
                leftOut,
                settings.number("pageRows", 100, 5000),
                settings.oneOf("delta", List.of("full", "changes")).equals("changes"),
                settings.duration("overlap"),
                settings.shaped("currency", "[A-Z]{3}", "three capital letters such as EUR"));
    }

    FileStores stores() {
        Set<String> hosts = settings.items("fileHosts").stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        hosts.stream()
                .filter(host -> !host.matches("[a-z0-9.-]+"))
                .forEach(host -> settings.problem(
                        "setting 'fileHosts' must name hosts such as utfs.io, without scheme, port or path"));
        return new FileStores(store(), hosts, context.http(), context.clock());
    }

    private Optional<S3Access> store() {
        String endpoint = settings.text("s3Endpoint");
        if (endpoint.isEmpty()) {
            return Optional.empty();
        }
        String secret = settings.secret("s3SecretKey");
        if (secret.isEmpty()) {
            settings.problem("setting 's3SecretKey' is missing, which 's3Endpoint' needs");
        }
        String key = settings.required("s3AccessKey", "'s3Endpoint'");
        String bucket = settings.shaped("s3Bucket", "[A-Za-z0-9._-]+", "the name of a bucket");
        if (!endpoint.matches("https?://[A-Za-z0-9._-]+(:[0-9]{1,5})?/?")) {
            settings.problem(
                    "setting 's3Endpoint' must be an address without a path such as https://minio.example.com");
            return Optional.empty();
        }
        return Optional.of(
                new S3Access(URI.create(endpoint), bucket, settings.text("s3Region"), key, Secret.of(secret)));
    }
}
