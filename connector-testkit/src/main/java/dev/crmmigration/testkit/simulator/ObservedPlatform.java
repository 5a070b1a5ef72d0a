package dev.crmmigration.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Shows an observer what a platform answers. */
final class ObservedPlatform implements SimulatedPlatform {

    private final SimulatedPlatform platform;
    private final ExchangeObserver observer;

    ObservedPlatform(SimulatedPlatform platform, ExchangeObserver observer) {
        this.platform = platform;
        this.observer = observer;
    }

    @Override
    public Reply answer(Request request) {
        Reply reply = platform.answer(request);
        observer.observed(request, reply);
        return reply;
    }

    @Override
    public Reply refusal(Refusal reason) {
        return platform.refusal(reason);
    }

    @Override
    public Reply state() {
        return platform.state();
    }

    @Override
    public JsonNode ledger() {
        return platform.ledger();
    }

    @Override
    public Reply edit(JsonNode change) {
        return platform.edit(change);
    }

    @Override
    public JsonNode seed(JsonNode amounts) {
        return platform.seed(amounts);
    }

    @Override
    public void reset() {
        platform.reset();
    }

    @Override
    public void save(OutputStream out) throws IOException {
        platform.save(out);
    }

    @Override
    public void restore(InputStream in) throws IOException {
        platform.restore(in);
    }
}
