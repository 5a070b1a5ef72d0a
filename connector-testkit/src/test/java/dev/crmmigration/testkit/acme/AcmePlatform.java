package dev.crmmigration.testkit.acme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crmmigration.testkit.simulator.Refusal;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import dev.crmmigration.testkit.simulator.SimulatedPlatform;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/** The smallest platform of a partner: every POST makes a record, and every answer says how many there are. */
final class AcmePlatform implements SimulatedPlatform {

    private final AtomicLong records = new AtomicLong();

    @Override
    public Reply answer(Request request) {
        if (request.method().equals("POST")) {
            records.incrementAndGet();
        }
        return state();
    }

    @Override
    public Reply state() {
        return Reply.json(200, ledger());
    }

    @Override
    public JsonNode ledger() {
        return JsonNodeFactory.instance.objectNode().put("records", records.get());
    }

    @Override
    public Reply refusal(Refusal reason) {
        return Reply.json(500, JsonNodeFactory.instance.objectNode().put("error", reason.name()));
    }

    @Override
    public Reply edit(JsonNode change) {
        return state();
    }

    @Override
    public JsonNode seed(JsonNode amounts) {
        return amounts;
    }

    @Override
    public void reset() {
        records.set(0);
    }

    @Override
    public void save(OutputStream out) {}

    @Override
    public void restore(InputStream in) {}
}
