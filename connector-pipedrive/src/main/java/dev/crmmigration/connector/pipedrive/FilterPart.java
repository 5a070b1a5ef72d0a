package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.connector.pipedrive.AccountLists.Filter;
import dev.crmmigration.connector.pipedrive.OptionPart.PickList;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saved filters over the records that have an option of a pick-list, which stand in for lists and segments. */
final class FilterPart implements SchemaPart {

    private static final Map<String, String> TYPES = Map.of("person", "people", "organization", "org", "deal", "deals");

    private final SchemaCalls calls;

    FilterPart(SchemaCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<String> find(SchemaElement element) {
        String type = TYPES.getOrDefault(element.object().name(), "");
        List<Filter> filters = calls.cache().filters().stream()
                .filter(filter -> filter.type().equals(type))
                .toList();
        return SchemaCache.named(filters, Filter::name, element.label()).map(filter -> SchemaKey.filter(filter.id()));
    }

    @Override
    public SchemaOutcome create(SchemaElement element) {
        String wanted = element.properties().getOrDefault(SchemaKind.OF_OPTION, "");
        Optional<PickList> list = OptionPart.pickList(calls.cache(), element);
        Optional<Option> option =
                list.flatMap(found -> SchemaCache.named(found.field().options(), Option::label, wanted));
        Optional<String> number = list.flatMap(
                found -> calls.cache().fieldNumber(found.object(), found.field().code()));
        if (list.isEmpty() || option.isEmpty() || number.isEmpty()) {
            return SchemaCalls.refused(
                    element.label(),
                    "NO_SUCH_OPTION",
                    "The option that this filter looks for is not there. Make it first.");
        }
        return create(element, list.get(), number.get(), option.get());
    }

    private SchemaOutcome create(SchemaElement element, PickList list, String number, Option option) {
        String type = TYPES.getOrDefault(list.object().type().name(), "");
        // For labels and sets, "=" asks for exactly this one option (GET /v1/filters/helpers)
        String operator = list.field().type().equals("enum") ? "=" : "contains";
        Map<String, Object> condition = Map.of(
                "object", list.object().type().name(), "field_id", number, "operator", operator, "value", option.key());
        Map<String, Object> conditions = Map.of(
                "glue",
                "and",
                "conditions",
                List.of(
                        Map.of("glue", "and", "conditions", List.of(condition)),
                        Map.of("glue", "or", "conditions", List.of())));
        Operation operation = Operation.named("filter.create");
        return calls.create(
                element,
                operation,
                operation.request().json(Map.of("name", element.label(), "type", type, "conditions", conditions)),
                reply -> made(element.label(), type, reply),
                "Ask a user to save the filter '" + element.label() + "': "
                        + list.field().name() + " is " + option.label() + ", then prepare again.");
    }

    private Optional<String> made(String name, String type, JsonObject reply) {
        Optional<String> id = reply.object("data").flatMap(data -> data.id("id"));
        id.ifPresent(made -> calls.cache().filters().add(new Filter(made, name, type)));
        return id.map(SchemaKey::filter);
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
