package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.toolkit.http.OAuthApp;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
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

    private final Settings settings;
    private final List<String> problems;

    AccessReading(Settings settings, List<String> problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** Empty if there is a problem. */
    Optional<Access> read() {
        boolean byApp = Stream.of(CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN, ACCESS_TOKEN)
                .anyMatch(name -> settings.secret(name).isPresent());
        boolean byToken = settings.secret(API_TOKEN).isPresent();
        if (byApp && byToken) {
            problems.add("settings '" + API_TOKEN + "' and 'oauth...' exclude each other: take one of them out");
            return Optional.empty();
        }
        if (!byApp && !byToken) {
            problems.add("a way into the account is missing: set '" + API_TOKEN + "', or '" + CLIENT_ID + "', '"
                    + CLIENT_SECRET + "' and '" + REFRESH_TOKEN + "'");
        }
        Optional<URI> baseUrl = address("baseUrl", "https://company.pipedrive.com");
        return byApp ? app(baseUrl) : token(baseUrl, byToken);
    }

    private Optional<Access> token(Optional<URI> baseUrl, boolean isGiven) {
        if (settings.get("baseUrl").isEmpty()) {
            problems.add("setting 'baseUrl' is required but missing: the address of the account, such as"
                    + " https://company.pipedrive.com");
        }
        Optional<Secret> token = isGiven ? secret(API_TOKEN) : Optional.empty();
        return baseUrl.flatMap(url -> token.map(secret -> new Access.ByToken(url, secret)));
    }

    private Optional<Access> app(Optional<URI> baseUrl) {
        Optional<Secret> id = secret(CLIENT_ID);
        Optional<Secret> secret = secret(CLIENT_SECRET);
        Optional<Secret> refresh = secret(REFRESH_TOKEN);
        Optional<Secret> access = settings.secret(ACCESS_TOKEN).flatMap(given -> secret(ACCESS_TOKEN));
        Optional<URI> server = address("oauthUrl", "https://oauth.pipedrive.com");
        if (id.isEmpty() || secret.isEmpty() || refresh.isEmpty() || server.isEmpty()) {
            return Optional.empty();
        }
        OAuthApp app = new OAuthApp(server.get(), TOKEN_PATH, id.get().reveal(), secret.get());
        return Optional.of(new Access.ByApp(baseUrl, app, new RefreshTokens(refresh.get(), file()), access));
    }

    private Optional<Path> file() {
        try {
            return settings.get(TOKEN_FILE).map(Path::of);
        } catch (InvalidPathException e) {
            problems.add("setting '" + TOKEN_FILE + "' must be the path of a file");
            return Optional.empty();
        }
    }

    private Optional<Secret> secret(String name) {
        Optional<Secret> given = settings.secret(name);
        if (given.isEmpty()) {
            problems.add("setting '" + name + "' is required but missing: OAuth takes '" + CLIENT_ID + "', '"
                    + CLIENT_SECRET + "' and '" + REFRESH_TOKEN + "'");
            return Optional.empty();
        }
        if (!given.get().reveal().matches("[\\x21-\\x7e]+")) {
            String what = name.equals(API_TOKEN) ? "the token" : "the value";
            problems.add("setting '" + name + "' must be " + what + " as Pipedrive shows it, without blanks");
            return Optional.empty();
        }
        return given;
    }

    private Optional<URI> address(String name, String example) {
        String text = SettingsReading.text(settings, name);
        if (settings.get(name).isEmpty() && text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> problem = ServerAddress.problemOf(text, example);
        problem.ifPresent(what -> problems.add("setting '" + name + "' " + what));
        return problem.isEmpty() ? Optional.of(ServerAddress.of(text)) : Optional.empty();
    }
}
