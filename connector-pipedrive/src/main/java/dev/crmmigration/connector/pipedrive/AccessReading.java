package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.toolkit.destination.ServerAddress;
import dev.crmmigration.toolkit.destination.SettingsReading;
import dev.crmmigration.toolkit.http.OAuthApp;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads by which of the two ways the connector comes in: exactly one of them. */
final class AccessReading {

    private static final String TOKEN_PATH = "/oauth/token";
    private static final String API_TOKEN = "apiToken";
    private static final String CLIENT_ID = "oauthClientId";
    private static final String CLIENT_SECRET = "oauthClientSecret";
    private static final String REFRESH_TOKEN = "oauthRefreshToken";
    private static final String TOKEN_FILE = "oauthTokenFile";
    private static final String ACCESS_TOKEN = "oauthAccessToken";

    private final SettingsReading settings;

    AccessReading(SettingsReading settings) {
        this.settings = settings;
    }

    /** Empty if there is a problem. */
    Optional<Access> read() {
        boolean byApp =
                Stream.of(CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN, ACCESS_TOKEN).anyMatch(settings::isSecretGiven);
        boolean byToken = settings.isSecretGiven(API_TOKEN);
        if (byApp && byToken) {
            settings.problem("settings '" + API_TOKEN + "' and 'oauth...' exclude each other: take one of them out");
            return Optional.empty();
        }
        if (!byApp && !byToken) {
            settings.problem("a way into the account is missing: set '" + API_TOKEN + "', or '" + CLIENT_ID + "', '"
                    + CLIENT_SECRET + "' and '" + REFRESH_TOKEN + "'");
        }
        Optional<URI> baseUrl = address("baseUrl", "https://company.pipedrive.com");
        return byApp ? app(baseUrl) : token(baseUrl, byToken);
    }

    private Optional<Access> token(Optional<URI> baseUrl, boolean isGiven) {
        if (!settings.isGiven("baseUrl")) {
            settings.problem("setting 'baseUrl' is required but missing: the address of the account, such as"
                    + " https://company.pipedrive.com");
        }
        Optional<Secret> token = isGiven ? secret(API_TOKEN) : Optional.empty();
        return baseUrl.flatMap(url -> token.map(secret -> new Access.ByToken(url, secret)));
    }

    private Optional<Access> app(Optional<URI> baseUrl) {
        Optional<Secret> id = secret(CLIENT_ID);
        Optional<Secret> secret = secret(CLIENT_SECRET);
        Optional<Secret> refresh = secret(REFRESH_TOKEN);
        Optional<Secret> access = settings.isSecretGiven(ACCESS_TOKEN) ? secret(ACCESS_TOKEN) : Optional.empty();
        Optional<URI> server = address("oauthUrl", "https://oauth.pipedrive.com");
        if (id.isEmpty() || secret.isEmpty() || refresh.isEmpty() || server.isEmpty()) {
            return Optional.empty();
        }
        OAuthApp app = new OAuthApp(server.get(), TOKEN_PATH, id.get().reveal(), secret.get());
        return Optional.of(new Access.ByApp(baseUrl, app, new RefreshTokens(refresh.get(), file()), access));
    }

    private Optional<Path> file() {
        try {
            return settings.isGiven(TOKEN_FILE) ? Optional.of(Path.of(settings.text(TOKEN_FILE))) : Optional.empty();
        } catch (InvalidPathException e) {
            settings.problem("setting '" + TOKEN_FILE + "' must be the path of a file");
            return Optional.empty();
        }
    }

    private Optional<Secret> secret(String name) {
        String what = name.equals(API_TOKEN) ? "the token" : "the value";
        return settings.secret(
                name,
                "setting '" + name + "' is required but missing: OAuth takes '" + CLIENT_ID + "', '" + CLIENT_SECRET
                        + "' and '" + REFRESH_TOKEN + "'",
                "setting '" + name + "' must be " + what + " as Pipedrive shows it, without blanks");
    }

    private Optional<URI> address(String name, String example) {
        String text = settings.text(name);
        if (!settings.isGiven(name) && text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> problem = ServerAddress.problemOf(text, example);
        problem.ifPresent(what -> settings.problem("setting '" + name + "' " + what));
        return problem.isEmpty() ? Optional.of(ServerAddress.of(text)) : Optional.empty();
    }
}
