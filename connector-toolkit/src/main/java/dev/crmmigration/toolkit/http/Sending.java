package dev.crmmigration.toolkit.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** One request on its way: remembers whether any of it was sent. */
final class Sending extends EventListener implements Callback {

    private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    private final Runnable beforeFirstByte;
    private final @Nullable Path file;
    private volatile boolean started;
    private volatile @Nullable RuntimeException forbidden;

    /**
     * @param beforeFirstByte throws if the request must not be sent any more
     * @param file gets the body of an answer with status 200; {@code null} if that is text
     */
    Sending(Runnable beforeFirstByte, @Nullable Path file) {
        this.beforeFirstByte = beforeFirstByte;
        this.file = file;
    }

    /** Called when there is a connection, and nothing but to send. */
    void begin() throws IOException {
        try {
            beforeFirstByte.run();
        } catch (RuntimeException e) {
            forbidden = e;
            throw new IOException("must not be sent any more", e);
        }
    }

    @Override
    public void requestHeadersStart(Call call) {
        started = true;
    }

    @Override
    public void onFailure(Call call, IOException failure) {
        RuntimeException why = forbidden;
        if (why != null) {
            reply.completeExceptionally(why);
            return;
        }
        String cause = cause(failure);
        reply.complete(started ? new HttpReply.Lost(cause) : new HttpReply.NotSent(cause));
    }

    @Override
    public void onResponse(Call call, Response response) {
        try (ResponseBody body = response.body()) {
            reply.complete(answered(response, taken(response.code(), body)));
        } catch (IOException e) {
            reply.complete(new HttpReply.Lost(cause(e)));
        }
    }

    private String taken(int status, ResponseBody body) throws IOException {
        if (file == null || status != 200) {
            return body.string();
        }
        Files.copy(body.byteStream(), file, StandardCopyOption.REPLACE_EXISTING);
        return "";
    }

    private static HttpReply answered(Response response, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers()
                .forEach(header -> headers.putIfAbsent(header.getFirst().toLowerCase(Locale.ROOT), header.getSecond()));
        return new HttpReply.Answered(response.code(), headers, body, serverTime(response.header("Date")));
    }

    private static Optional<Instant> serverTime(@Nullable String date) {
        if (date == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Waits for the reply; an interrupted thread gives the call up, which leaves open what became of it. */
    HttpReply await(Call call) {
        try {
            return reply.get();
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            return new HttpReply.Lost("CANCELLED");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e);
        }
    }

    private static String cause(IOException failure) {
        if (failure instanceof ContentFailedException) {
            return "CONTENT_FAILED";
        }
        if (failure instanceof UnknownHostException) {
            return "DNS";
        }
        if (failure instanceof ConnectException) {
            return "CONNECTION_REFUSED";
        }
        if (failure instanceof SSLException) {
            return "TLS";
        }
        if (failure instanceof InterruptedIOException) {
            return "TIMEOUT";
        }
        if (failure instanceof ProtocolException || failure instanceof EOFException) {
            return "TRUNCATED";
        }
        return failure instanceof SocketException ? "CONNECTION_RESET" : "CONNECTION_LOST";
    }
}
