package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Labels of leads. Other than those of deals they are no options of a field, and each has a colour. */
final class LeadLabelPart implements SchemaPart {

    /** The colours that there are (OpenAPI v1, addLeadLabelRequest, read 2026-08-18). */
    private static final List<String> COLOURS =
            List.of("blue", "brown", "dark-gray", "gray", "green", "orange", "pink", "purple", "red", "yellow");

    private static final String WHERE = " (in the leads inbox: a lead > Labels)";

    private final SchemaCalls calls;

    LeadLabelPart(SchemaCalls calls) {
        this.calls = calls;
    }

    static boolean isLabel(SchemaElement element) {
        return element.object().name().equals("lead")
                && element.properties().getOrDefault(SchemaKind.OF_FIELD, "").equals("label_ids");
    }

    /** Returns the colour of a name: always the same, so that a repeated migration looks alike. */
    static String colour(String name) {
        return COLOURS.get(Math.floorMod(name.strip().hashCode(), COLOURS.size()));
    }

    @Override
    public Optional<String> find(SchemaElement element) {
        return SchemaCache.named(calls.cache().leadLabels(), Option::label, element.label())
                .map(label -> SchemaKey.leadLabel(label.key()));
    }

    @Override
    public SchemaOutcome create(SchemaElement element) {
        String colour = colour(element.label());
        Operation operation = Operation.named("leadLabel.create");
        return calls.create(
                element,
                operation,
                operation.request().json(Map.of("name", element.label(), "color", colour)),
                reply -> made(element.label(), reply),
                "Ask a user who works with leads to add the lead label '" + element.label() + "' in " + colour + WHERE
                        + ", then prepare again.");
    }

    private Optional<String> made(String name, JsonObject reply) {
        Optional<String> id = reply.object("data").flatMap(data -> data.text("id"));
        id.ifPresent(made -> calls.cache().leadLabels().add(Option.of(made, name)));
        return id.map(SchemaKey::leadLabel);
    }

    @Override
    public void lookAgain(SchemaElement element) {
        calls.cache().forgetLeadLabels();
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        Operation operation = Operation.named("leadLabel.delete");
        return calls.remove(
                receipt,
                operation,
                operation.request(SchemaKey.id(receipt.key())),
                "Ask a user who works with leads to delete the lead label '"
                        + receipt.element().label() + "'" + WHERE + ".");
    }
}
