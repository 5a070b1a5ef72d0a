package dev.crmmigration.connector.nextcrm.files;

import dev.crmmigration.api.connector.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/** One GET as the host wants calls to be made. Follows nobody elsewhere by itself, and leaves no connection behind. */
final class Download implements AutoCloseable {

    private final HttpURLConnection connection;

    private Download(HttpURLConnection connection) {
        this.connection = connection;
    }

    static Download of(URI address, Map<String, String> headers, HttpSettings http) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                address.toURL().openConnection(proxy(address, http.proxy().orElse(null)));
        if (connection instanceof HttpsURLConnection secure && http.tls().isPresent()) {
            secure.setSSLSocketFactory(http.tls().get().getSocketFactory());
        }
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(Math.toIntExact(http.connectTimeout().toMillis()));
        connection.setReadTimeout(Math.toIntExact(http.readTimeout().toMillis()));
        connection.setUseCaches(false);
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("Accept-Encoding", "identity");
        headers.forEach(connection::setRequestProperty);
        connection.connect();
        return new Download(connection);
    }

    private static Proxy proxy(URI address, @Nullable ProxySelector chosen) {
        ProxySelector selector = chosen == null ? ProxySelector.getDefault() : chosen;
        List<Proxy> proxies = selector == null ? List.of() : selector.select(address);
        return proxies.isEmpty() ? Proxy.NO_PROXY : proxies.get(0);
    }

    int status() throws IOException {
        return connection.getResponseCode();
    }

    /** Returns the length in bytes; less than 0 if the server does not say. */
    long length() {
        return connection.getContentLengthLong();
    }

    /** Returns where the answer leads; empty text if nowhere. */
    String location() {
        String location = connection.getHeaderField("Location");
        return location == null ? "" : location;
    }

    /** Returns the bytes; closing them ends the connection. */
    InputStream body() throws IOException {
        return connection.getInputStream();
    }

    /** Returns the beginning of what the server says about a refusal. */
    String complaint() throws IOException {
        try (InputStream words = connection.getErrorStream()) {
            return words == null ? "" : new String(words.readNBytes(4096), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
