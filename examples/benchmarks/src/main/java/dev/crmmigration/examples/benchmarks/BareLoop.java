package dev.crmmigration.examples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What an able programmer writes without an engine: as many threads as calls at once, each takes the next body. */
final class BareLoop {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(BenchmarkDestination.CONCURRENCY, 5, TimeUnit.SECONDS))
            .build();
    private final String server;

    BareLoop(String server) {
        this.server = server;
    }

    /** A body and where it goes. */
    record Post(String path, String body) {}

    /** Posts everything and waits for the last answer. */
    void run(List<Post> posts) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(BenchmarkDestination.CONCURRENCY);
        List<CompletableFuture<Void>> loops = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> loop(posts, next), threads))
                .limit(BenchmarkDestination.CONCURRENCY)
                .toList();
        loops.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    private void loop(List<Post> posts, AtomicInteger next) {
        for (int index = next.getAndIncrement(); index < posts.size(); index = next.getAndIncrement()) {
            post(posts.get(index));
        }
    }

    private void post(Post post) {
        Request request = new Request.Builder()
                .url(server + post.path())
                .post(RequestBody.create(post.body(), JSON))
                .build();
        try (Response answer = client.newCall(request).execute()) {
            if (!answer.isSuccessful() || answer.body().bytes().length == 0) {
                throw new IllegalStateException("a call of the benchmark returned " + answer.code());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
