package dev.crmmigration.toolkit.http;

import dev.crmmigration.api.connector.HttpSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** OkHttp, set up so that it sends every request once. */
final class Connections implements AutoCloseable {

    /** Below what servers keep an idle connection for: a request on one that they just closed is lost. */
    private static final int IDLE_SECONDS = 5;

    private static final int MAX_IDLE = 64;

    /** A body may take the time that it takes at this rate, besides the time of a call without one. */
    private static final long SLOWEST_BYTES_PER_SECOND = 50_000;

    private static final Duration LONGEST_FETCH = Duration.ofHours(1);

    private final ExecutorService threads;
    private final Duration callTimeout;
    private final OkHttpClient client;

    Connections(HttpUrl server, HttpSettings settings) {
        callTimeout = settings.connectTimeout().plus(settings.readTimeout());
        threads = Executors.newCachedThreadPool(task -> thread(server, task));
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MAX_IDLE, IDLE_SECONDS, TimeUnit.SECONDS))
                // On HTTP/2 one broken connection would lose every call that is under way
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(Connections::once)
                .eventListenerFactory(Connections::listener)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.readTimeout())
                .callTimeout(callTimeout);
        settings.proxy().ifPresent(builder::proxySelector);
        settings.tls().ifPresent(tls -> trust(builder, tls));
        client = builder.build();
    }

    private static Thread thread(HttpUrl server, Runnable task) {
        Thread thread = new Thread(task, "crm-migration-http " + server.host() + ":" + server.port());
        thread.setDaemon(true);
        return thread;
    }

    /** OkHttp repeats any request that is answered 503 with {@code Retry-After: 0}, whatever its settings say. */
    private static Response once(Interceptor.Chain chain) throws IOException {
        Sending sending = chain.request().tag(Sending.class);
        if (sending != null) {
            sending.begin();
        }
        Response response = chain.proceed(chain.request());
        return "0".equals(response.header("Retry-After"))
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }

    private static EventListener listener(Call call) {
        Sending sending = call.request().tag(Sending.class);
        return sending == null ? EventListener.NONE : sending;
    }

    static void trust(OkHttpClient.Builder builder, SSLContext tls) {
        builder.sslSocketFactory(tls.getSocketFactory(), platformTrust());
    }

    /**
     * The host's TLS context decides whom to trust. OkHttp wants a trust manager beside it, but only uses it to check
     * pinned certificates, of which there are none.
     */
    private static X509TrustManager platformTrust() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((@Nullable KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this JVM has no X.509 trust manager"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no trust store", e);
        }
    }

    /** @param beforeFirstByte throws if the request must not be sent any more */
    HttpReply send(Request request, Runnable beforeFirstByte) {
        long seconds = bytes(request) / SLOWEST_BYTES_PER_SECOND;
        return send(request, new Sending(beforeFirstByte, null), callTimeout.plusSeconds(seconds));
    }

    /** Nobody knows how large the file is: each of its parts may take the time of a reply. */
    HttpReply fetch(Request request, Runnable beforeFirstByte, Path file) {
        return send(request, new Sending(beforeFirstByte, file), LONGEST_FETCH);
    }

    private HttpReply send(Request request, Sending sending, Duration timeout) {
        Call call =
                client.newCall(request.newBuilder().tag(Sending.class, sending).build());
        call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        call.enqueue(sending);
        return sending.await(call);
    }

    private static long bytes(Request request) {
        try {
            RequestBody body = request.body();
            return body == null ? 0 : Math.max(0, body.contentLength());
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
