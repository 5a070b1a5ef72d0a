package dev.crmmigration.toolkit.http;

import dev.crmmigration.api.connector.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Fetches files that an export only links to, in the thread that asks. It sends no credentials and follows redirects, as links to
 * stored files lead on to where they lie.
 */
public final class FileFetcher implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int IDLE_SECONDS = 5;

    private final long mostBytes;
    private final OkHttpClient client;

    /** @param mostBytes a larger file is not kept */
    public FileFetcher(HttpSettings settings, long mostBytes) {
        this.mostBytes = mostBytes;
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(1, IDLE_SECONDS, TimeUnit.SECONDS))
                .followSslRedirects(false)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .callTimeout(
                        settings.connectTimeout().plus(settings.readTimeout().multipliedBy(2)));
        settings.proxy().ifPresent(builder::proxySelector);
        settings.tls().ifPresent(tls -> Connections.trust(builder, tls));
        client = builder.build();
    }

    /**
     * What became of a link.
     *
     * @param status the HTTP status, or 0 if no answer came
     * @param mediaType what the answer calls itself, in lower case, or empty text
     * @param isKept whether the file was written
     * @param isTooLarge whether it was left for its size
     */
    public record Fetched(int status, String mediaType, boolean isKept, boolean isTooLarge) {}

    /**
     * Fetches a file.
     *
     * @param target written only if the answer is a file; what is there is replaced
     */
    public Fetched fetch(String link, Path target) {
        HttpUrl url = HttpUrl.parse(link);
        if (url == null) {
            return new Fetched(0, "", false, false);
        }
        try (Response response =
                client.newCall(new Request.Builder().url(url).build()).execute()) {
            ResponseBody body = response.body();
            String type = body.contentType() == null
                    ? ""
                    : String.valueOf(body.contentType()).toLowerCase(Locale.ROOT);
            if (!response.isSuccessful()) {
                return new Fetched(response.code(), type, false, false);
            }
            boolean fits = keep(body.byteStream(), target);
            return new Fetched(response.code(), type, fits, !fits);
        } catch (IOException e) {
            return new Fetched(0, "", false, false);
        }
    }

    private boolean keep(InputStream in, Path target) throws IOException {
        long size = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0 && size <= mostBytes; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
        }
        if (size > mostBytes) {
            Files.deleteIfExists(target);
        }
        return size <= mostBytes;
    }

    /** Closes its connections. A second call does nothing. */
    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
