package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.connector.pipedrive.AccountLists.Pipeline;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Pipelines of deals. */
final class PipelinePart implements SchemaPart {

    /** A property of the element: {@code true} if deals of a new pipeline have a probability of their own. */
    static final String PROBABILITY = SchemaKind.DEAL_PROBABILITY;

    private static final String WHERE = " (Company settings > Pipelines)";

    private final SchemaCalls calls;

    PipelinePart(SchemaCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<String> find(SchemaElement element) {
        return pipeline(element).map(pipeline -> SchemaKey.pipeline(pipeline.id()));
    }

    private Optional<Pipeline> pipeline(SchemaElement element) {
        return SchemaCache.named(calls.cache().pipelines(), Pipeline::name, element.label());
    }

    private static boolean wantsProbability(SchemaElement element) {
        return element.properties().getOrDefault(PROBABILITY, "false").equals("true");
    }

    /** A pipeline that was there belongs to the customer: its settings are not changed behind their back. */
    @Override
    public Optional<SchemaOutcome> misfit(SchemaElement element) {
        boolean lacks = wantsProbability(element)
                && pipeline(element).filter(found -> !found.probability()).isPresent();
        return lacks
                ? Optional.of(
                        new SchemaOutcome.ForAPerson("Ask an admin to switch on deal probability in the pipeline '"
                                + element.label() + "'" + WHERE + ", then prepare again."))
                : Optional.empty();
    }

    @Override
    public SchemaOutcome create(SchemaElement element) {
        Operation operation = Operation.named("pipeline.create");
        return calls.create(
                element,
                operation,
                operation
                        .request()
                        .json(Map.of(
                                "name", element.label(), "is_deal_probability_enabled", wantsProbability(element))),
                reply -> made(element, reply),
                "Ask an admin to add the pipeline '" + element.label() + "'"
                        + (wantsProbability(element) ? " with deal probability" : "") + WHERE
                        + ", then prepare again.");
    }

    private Optional<String> made(SchemaElement element, JsonObject reply) {
        Optional<String> id = reply.object("data").flatMap(data -> data.id("id"));
        id.ifPresent(
                made -> calls.cache().pipelines().add(new Pipeline(made, element.label(), wantsProbability(element))));
        calls.cache().forgetStages();
        return id.map(SchemaKey::pipeline);
    }

    @Override
    public void lookAgain(SchemaElement element) {
        calls.cache().forgetPipelines();
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
