package dev.crmmigration.testkit.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The smallest platform: it counts the requests that it has handled and answers with the bodies it was sent. */
final class TestPlatform implements SimulatedPlatform {

    private final AtomicLong handled = new AtomicLong();

    long handled() {
        return handled.get();
    }

    @Override
    public Reply answer(Request request) {
        if (request.path().equals("/broken")) {
            throw new IllegalStateException("a defect");
        }
        handled.incrementAndGet();
        byte[] body = request.body().length == 0
                ? ("{\"path\":\"" + request.path() + "\",\"query\":\"" + request.query() + "\"}").getBytes(UTF_8)
                : request.body();
        return Reply.json(200, List.of(body)).withCost(3);
    }

    @Override
    public Reply refusal(Refusal reason) {
        return Reply.json(418, Json.object().put("reason", reason.name()));
    }

    @Override
    public Reply state() {
        return Reply.json(200, Json.object().put("handled", handled.get()));
    }

    @Override
    public JsonNode ledger() {
        return Json.object().put("spent", 3 * handled.get());
    }

    @Override
    public Reply edit(JsonNode change) {
        handled.set(change.path("handled").asLong());
        return state();
    }

    @Override
    public JsonNode seed(JsonNode amounts) {
        return amounts;
    }

    @Override
    public void reset() {
        handled.set(0);
    }

    @Override
    public void save(OutputStream out) throws IOException {
        out.write(Long.toString(handled.get()).getBytes(UTF_8));
    }

    @Override
    public void restore(InputStream in) throws IOException {
        handled.set(Long.parseLong(new String(in.readAllBytes(), UTF_8)));
    }
}
