package dev.crmmigration.toolkit.destination;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The addresses that tokens may be sent to: by https, or to this computer. */
public final class ServerAddress {

    private ServerAddress() {}

    /** Returns what is wrong with an address, as the end of a sentence that begins with its name. */
    public static Optional<String> problemOf(String text, String example) {
        return problemOf(text, example, false);
    }

    /** Returns what is wrong with an address that may have a path, as the end of a sentence. */
    public static Optional<String> problemOfPath(String text, String example) {
        return problemOf(text, example, true);
    }

    private static Optional<String> problemOf(String text, String example, boolean withPath) {
        URI url;
        try {
            url = new URI(text.strip());
        } catch (URISyntaxException e) {
            return Optional.of("must be a URL such as " + example);
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost();
        if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
            return Optional.of("must be a URL such as " + example);
        }
        if (scheme.equals("http") && !isLoopback(host)) {
            return Optional.of("must begin with https: the token would be sent in the clear");
        }
        boolean isRoot = withPath || url.getPath() == null || url.getPath().matches("/*");
        if (!isRoot || url.getQuery() != null || url.getFragment() != null || url.getUserInfo() != null) {
            return Optional.of(
                    (withPath ? "must end after the path" : "must end after the host") + ", such as " + example);
        }
        return Optional.empty();
    }

    /** Returns an address that {@link #problemOfPath} finds nothing wrong with, without a slash at its end. */
    public static URI withPath(String text) {
        return URI.create(text.strip().replaceAll("/+$", ""));
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Returns scheme, host and port of an address that {@link #problemOf} finds nothing wrong with. */
    public static URI of(String text) {
        URI url = URI.create(text.strip());
        try {
            return new URI(url.getScheme(), null, url.getHost(), url.getPort(), null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the parts of an address make an address", e);
        }
    }
}
