package dev.crmmigration.examples.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crmmigration.toolkit.http.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A {@link LatencyServer} that runs until it is closed. */
final class RunningServer implements AutoCloseable {

    private final Process process;
    private final URI address;
    private final OkHttpClient client = new OkHttpClient();

    private RunningServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static RunningServer start() throws IOException {
        Process process = JavaProcess.start(List.of("-Xmx1g"), LatencyServer.class, Redirect.PIPE);
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        return new RunningServer(process, URI.create("http://127.0.0.1:" + port));
    }

    URI address() {
        return address;
    }

    /** Forgets what was posted and answers from now on as a latency says. */
    void begin(Latency latency) throws IOException {
        answer("/begin?millis=" + latency.millis() + "&slow=" + latency.slowMillis());
    }

    /** Returns the answers a second since then, without how it began and ended. */
    long rate() throws IOException {
        return JsonObject.parse(answer("/rate"))
                .flatMap(answer -> answer.text("rate"))
                .map(Long::parseLong)
                .orElseThrow();
    }

    private String answer(String path) throws IOException {
        Request request = new Request.Builder().url(address + path).build();
        try (Response answer = client.newCall(request).execute()) {
            if (answer.code() != 200) {
                throw new IllegalStateException("the server of the benchmark answered " + answer.code());
            }
            return answer.body().string();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
