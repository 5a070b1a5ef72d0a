package dev.crmmigration.toolkit.rest;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a platform is read over HTTP.
 *
 * @param base the address that {@code /v1/} is added to, without a slash at its end
 * @param token what is sent as bearer token
 * @param paging how lists are paged
 * @param pageSize how many rows are asked for at once
 * @param parallel how many requests may be under way at once
 * @param perSecond how many requests are made within any second
 * @param spool the folder in which what was read is kept; empty for one that is gone at the end
 */
public record RestAccess(
        URI base, Secret token, String paging, int pageSize, int parallel, int perSecond, Optional<Path> spool) {

    /** The settings that every platform that is read over HTTP has. */
    public static final List<Setting> SETTINGS = List.of(
            Setting.optional("baseUrl", "with access rest: the address of the API, without /v1"),
            new Setting("token", "with access rest: the token of the workspace", false, true, Optional.empty()),
            Setting.optional(
                    "spool",
                    "with access rest: a folder of your own in which what was read is kept, so that a broken reading goes on"
                            + " and a later one asks for changes only; without it all is read each time"),
            Setting.optional("paging", "with access rest: how lists are paged: cursor, page, offset or link", "cursor"),
            Setting.optional("pageSize", "with access rest: rows asked for at once, 1 to 1000", "200"),
            Setting.optional("parallel", "with access rest: requests under way at once, 1 to 16", "4"),
            Setting.optional("perSecond", "with access rest: requests made within a second, 1 to 100", "10"));

    /**
     * Reads the settings.
     *
     * @param problems gets a sentence about each that is wrong
     */
    public static RestAccess of(Settings settings, List<String> problems) {
        String paging = settings.get("paging").orElse("cursor").strip();
        if (!List.of("cursor", "page", "offset", "link").contains(paging)) {
            problems.add("setting 'paging' must be one of cursor page offset link but was '" + paging + "'");
        }
        Optional<Secret> token = settings.secret("token");
        if (token.isEmpty()) {
            problems.add("setting 'token' is needed with access rest: the token of the workspace");
        }
        return new RestAccess(
                base(settings, problems),
                token.orElse(Secret.of("none")),
                paging,
                number(settings, "pageSize", 1000, problems),
                number(settings, "parallel", 16, problems),
                number(settings, "perSecond", 100, problems),
                spool(settings, problems));
    }

    private static URI base(Settings settings, List<String> problems) {
        String text = settings.get("baseUrl").orElse("").strip().replaceFirst("/+$", "");
        try {
            URI base = new URI(text);
            String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
            if (base.getHost() != null && List.of("http", "https").contains(scheme) && base.getRawQuery() == null) {
                return base;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        problems.add(
                "setting 'baseUrl' must be the address of the API with access rest, such as https://api.profi.example");
        return URI.create("http://localhost");
    }

    private static int number(Settings settings, String name, int most, List<String> problems) {
        String text = settings.get(name).orElse("1").strip();
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        problems.add("setting '" + name + "' must be a number from 1 to " + most + " but was '" + text + "'");
        return 1;
    }

    private static Optional<Path> spool(Settings settings, List<String> problems) {
        String text = settings.get("spool").orElse("").strip();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            problems.add("setting 'spool' is not a path of this system");
            return Optional.empty();
        }
    }

    Paging pages() {
        return Paging.valueOf(paging.toUpperCase(Locale.ROOT));
    }
}
