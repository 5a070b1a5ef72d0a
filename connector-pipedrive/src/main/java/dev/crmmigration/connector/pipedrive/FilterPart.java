package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.connector.pipedrive.AccountLists.Filter;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saved filters over the records that have an option of a pick-list, which stand in for lists and segments. */
final class FilterPart implements SchemaPart {

    private static final Map<String, String> TYPES =
            Map.of("person", "people", "organization", "org", "deal", "deals", "lead", "leads", "product", "products");

    private final SchemaCalls calls;

    FilterPart(SchemaCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<String> find(SchemaElement element) {
        List<Filter> filters = calls.cache().filters().stream()
                .filter(filter -> filter.type().equals(type(element)))
                .toList();
        return SchemaCache.named(filters, Filter::name, element.label()).map(filter -> SchemaKey.filter(filter.id()));
    }

    private static String type(SchemaElement element) {
        return TYPES.getOrDefault(element.object().name(), "");
    }

    @Override
    public SchemaOutcome create(SchemaElement element) {
        if (type(element).isEmpty()) {
            return SchemaCalls.refused(
                    element.label(),
                    "NO_FILTERS",
                    "This connector makes no filters of " + element.object() + ". Map it elsewhere.");
        }
        return FilterLeaf.of(calls.cache(), element)
                .map(leaf -> create(element, leaf))
                .orElseGet(() -> SchemaCalls.refused(
                        element.label(),
                        "NO_SUCH_OPTION",
                        "The option '" + element.properties().getOrDefault(SchemaKind.OF_OPTION, "")
                                + "' that this filter looks for is not there. Make it first."));
    }

    private SchemaOutcome create(SchemaElement element, FilterLeaf leaf) {
        Map<String, Object> conditions = Map.of(
                "glue",
                "and",
                "conditions",
                List.of(
                        Map.of("glue", "and", "conditions", List.of(leaf.json())),
                        Map.of("glue", "or", "conditions", List.of())));
        Operation operation = Operation.named("filter.create");
        return calls.create(
                element,
                operation,
                operation
                        .request()
                        .json(Map.of("name", element.label(), "type", type(element), "conditions", conditions)),
                reply -> made(element, reply),
                "Ask a user to save the filter '" + element.label() + "' of " + element.object() + " records: "
                        + leaf.fieldName() + " is " + leaf.optionLabel() + ", then prepare again.");
    }

    private Optional<String> made(SchemaElement element, JsonObject reply) {
        Optional<String> id = reply.object("data").flatMap(data -> data.id("id"));
        id.ifPresent(made -> calls.cache().filters().add(new Filter(made, element.label(), type(element))));
        return id.map(SchemaKey::filter);
    }

    @Override
    public void lookAgain(SchemaElement element) {
        calls.cache().forgetFilters();
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        Operation operation = Operation.named("filter.delete");
        return calls.remove(
                receipt,
                operation,
                operation.request(SchemaKey.id(receipt.key())),
                "Ask the owner of the filter '" + receipt.element().label() + "' to delete it.");
    }
}
