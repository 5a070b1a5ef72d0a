package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.connector.pipedrive.AccountLists.Pipeline;
import dev.crmmigration.connector.pipedrive.AccountLists.Stage;
import dev.crmmigration.toolkit.codec.Ids;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Stages of pipelines. A new one goes last, so that the order of calls is the order of stages. */
final class StagePart implements SchemaPart {

    private static final String WHERE = " (Company settings > Pipelines)";

    private final SchemaCalls calls;

    StagePart(SchemaCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<String> find(SchemaElement element) {
        return pipeline(element).flatMap(pipeline -> {
            List<Stage> stages = calls.cache().stages().stream()
                    .filter(stage -> stage.pipelineId().equals(pipeline.id()))
                    .toList();
            return SchemaCache.named(stages, Stage::name, element.label()).map(stage -> SchemaKey.stage(stage.id()));
        });
    }

    private Optional<Pipeline> pipeline(SchemaElement element) {
        String name = element.properties().getOrDefault(SchemaKind.OF_PIPELINE, "");
        return SchemaCache.named(calls.cache().pipelines(), Pipeline::name, name);
    }

    @Override
    public SchemaOutcome create(SchemaElement element) {
        Optional<Pipeline> pipeline = pipeline(element);
        if (pipeline.isEmpty()) {
            return SchemaCalls.refused(
                    element.label(), "NO_SUCH_PIPELINE", "The pipeline of this stage is not there. Make it first.");
        }
        Pipeline found = pipeline.get();
        Operation operation = Operation.named("stage.create");
        return calls.create(
                element,
                operation,
                operation.request().json(body(element, found)),
                reply -> made(element.label(), found, reply),
                "Ask an admin to add the stage '" + element.label() + "' to the pipeline '" + found.name() + "'" + WHERE
                        + ", then prepare again.");
    }

    private static Map<String, Object> body(SchemaElement element, Pipeline pipeline) {
        Map<String, Object> body =
                new TreeMap<>(Map.of("name", element.label(), "pipeline_id", Ids.number(pipeline.id())));
        Optional.ofNullable(element.properties().get(SchemaKind.PROBABILITY))
                .ifPresent(percent -> body.put("deal_probability", Long.valueOf(percent)));
        return body;
    }

    private Optional<String> made(String name, Pipeline pipeline, JsonObject reply) {
        Optional<String> id = reply.object("data").flatMap(data -> data.id("id"));
        id.ifPresent(made -> calls.cache().stages().add(new Stage(made, name, pipeline.id())));
        return id.map(SchemaKey::stage);
    }

    @Override
    public void lookAgain(SchemaElement element) {
        calls.cache().forgetStages();
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        Operation operation = Operation.named("stage.delete");
        return calls.remove(
                receipt,
                operation,
                operation.request(SchemaKey.id(receipt.key())),
                "Ask an admin to delete the stage '" + receipt.element().label() + "'" + WHERE + ".");
    }
}
