package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.http.HttpReply;
import dev.crmmigration.toolkit.http.HttpRequest;
import dev.crmmigration.toolkit.http.JsonHttpClient;
import dev.crmmigration.toolkit.http.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** An account on a {@link LatencyServer}, by way of the client that all connectors share. */
final class HttpAccount implements Account {

    private static final int PAGE = 500;

    private final JsonHttpClient client;
    private final BiConsumer<String, Map<String, Object>> witness;

    /** @param witness sees every body that is sent, with its path */
    HttpAccount(URI server, BiConsumer<String, Map<String, Object>> witness) {
        this.client = JsonHttpClient.open(server, Map.of(), HttpSettings.DEFAULT);
        this.witness = witness;
    }

    static String path(ObjectType type) {
        return "/records/" + type.name();
    }

    @Override
    public WriteOutcome create(Write.Create create) {
        Map<String, Object> body = RecordFields.tree(create.fields());
        witness.accept(path(create.type()), body);
        HttpReply reply =
                client.exchange(HttpRequest.of("POST", path(create.type())).json(body));
        return reply.match(
                answered -> answered.object()
                        .flatMap(object -> object.id("id").map(id -> created(create, id, object)))
                        .orElseGet(() -> new WriteOutcome.InDoubt(create.effect(), "HTTP_" + answered.status())),
                refused -> notSent(create),
                notSent -> notSent(create),
                lost -> new WriteOutcome.InDoubt(create.effect(), lost.cause()));
    }

    private static WriteOutcome created(Write.Create create, String id, JsonObject answer) {
        RecordRef ref = new RecordRef(create.type(), id);
        Optional<CrmRecord> stored = answer.object("fields").map(fields -> RecordFields.record(ref, fields));
        return new WriteOutcome.Written(create.effect(), ref, How.CREATED, stored);
    }

    private static WriteOutcome notSent(Write.Create create) {
        return new WriteOutcome.Postponed(create.effect(), Instant.EPOCH, Reason.OUTAGE);
    }

    @Override
    public Pages scan(ScanRequest request) {
        return new Pages() {
            private String last = "0";

            @Override
            public List<CrmRecord> next() {
                List<CrmRecord> page = page(request.type(), last);
                last = page.isEmpty() ? last : page.get(page.size() - 1).ref().id();
                return page;
            }
        };
    }

    private List<CrmRecord> page(ObjectType type, String after) {
        HttpReply reply = client.exchange(
                HttpRequest.of("GET", path(type)).query("after", after).query("limit", String.valueOf(PAGE)));
        if (!(reply instanceof HttpReply.Answered answered)) {
            throw new IllegalStateException("the server of the benchmark gave no page");
        }
        return answered.object().orElse(JsonObject.EMPTY).objects("records").stream()
                .map(record -> RecordFields.record(
                        new RecordRef(type, record.id("id").orElseThrow()),
                        record.object("fields").orElseThrow()))
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
