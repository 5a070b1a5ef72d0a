package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.connector.pipedrive.AccountLists.Pipeline;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Pipelines of deals. */
final class PipelinePart implements SchemaPart {

    private static final String WHERE = " (Company settings > Pipelines)";

    private final SchemaCalls calls;

    PipelinePart(SchemaCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<String> find(SchemaElement element) {
        return SchemaCache.named(calls.cache().pipelines(), Pipeline::name, element.label())
                .map(pipeline -> SchemaKey.pipeline(pipeline.id()));
    }

    @Override
    public SchemaOutcome create(SchemaElement element) {
        Operation operation = Operation.named("pipeline.create");
        return calls.create(
                element,
                operation,
                operation.request().json(Map.of("name", element.label())),
                reply -> made(element.label(), reply),
                "Ask an admin to add the pipeline '" + element.label() + "'" + WHERE + ", then prepare again.");
    }

    private Optional<String> made(String name, JsonObject reply) {
        Optional<String> id = reply.object("data").flatMap(data -> data.id("id"));
        id.ifPresent(made -> calls.cache().pipelines().add(new Pipeline(made, name)));
        calls.cache().forgetStages();
        return id.map(SchemaKey::pipeline);
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        Operation operation = Operation.named("pipeline.delete");
        return calls.remove(
                receipt,
                operation,
                operation.request(SchemaKey.id(receipt.key())),
                "Ask an admin to delete the pipeline '" + receipt.element().label() + "'" + WHERE + ".");
    }
}
