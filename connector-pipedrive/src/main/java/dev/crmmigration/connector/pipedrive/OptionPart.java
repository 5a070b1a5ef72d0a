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

/** Options of pick-lists, of which labels are one. */
final class OptionPart implements SchemaPart {

    private final SchemaCalls calls;

    OptionPart(SchemaCalls calls) {
        this.calls = calls;
    }

    /** A pick-list of an object. */
    record PickList(PipedriveObject object, RemoteField field) {}

    /** Finds the pick-list that an element names, by key or label. */
    static Optional<PickList> pickList(SchemaCache cache, SchemaElement element) {
        String name = element.properties().getOrDefault(SchemaKind.OF_FIELD, "");
        Optional<PipedriveObject> object = FieldPart.fieldsOf(element.object());
        if (object.isEmpty()) {
            return Optional.empty();
        }
        List<RemoteField> fields = cache.fields(object.get());
        return fields.stream()
                .filter(field -> field.code().equals(name) || (name.equals("label_ids") && field.isLabels()))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> field.custom() && field.name().equals(name))
                        .findFirst())
                .map(field -> new PickList(object.get(), field));
    }

    @Override
    public Optional<String> find(SchemaElement element) {
        return pickList(calls.cache(), element)
                .flatMap(list -> SchemaCache.named(list.field().options(), Option::label, element.label())
                        .map(option -> key(list, option)));
    }

    private static String key(PickList list, Option option) {
        return SchemaKey.option(list.object(), list.field().code(), option.key());
    }

    @Override
    public SchemaOutcome create(SchemaElement element) {
        Optional<PickList> list = pickList(calls.cache(), element);
        if (list.isEmpty()) {
            return SchemaCalls.refused(
                    element.label(), "NO_SUCH_FIELD", "The pick-list of this option is not there. Make it first.");
        }
        PickList found = list.get();
        if (found.field().options().size() >= FieldPart.MOST_OPTIONS) {
            return FieldPart.tooManyOptions(element.label());
        }
        Operation operation = found.object().fieldOperation("addOptions");
        return calls.create(
                element,
                operation,
                operation.request(found.field().code()).json(List.of(Map.of("label", element.label()))),
                reply -> made(found, element.label(), reply),
                "Ask an admin to add the option '" + element.label() + "' to the field '"
                        + found.field().name() + "' of " + found.object().type()
                        + " records (Company settings > Data fields), then prepare again.");
    }

    private Optional<String> made(PickList list, String label, JsonObject reply) {
        Optional<Option> option = SchemaCache.named(RemoteField.optionsOf(reply.objects("data")), Option::label, label);
        option.ifPresent(made -> calls.cache()
                .fields(list.object())
                .replaceAll(field -> field.code().equals(list.field().code()) ? field.withOption(made) : field));
        return option.map(made -> key(list, made));
    }

    @Override
    public void lookAgain(SchemaElement element) {
        pickList(calls.cache(), element).ifPresent(list -> calls.cache().refresh(list.object(), list.field()));
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        PipedriveObject object = FieldPart.fieldsOf(receipt.element().object())
                .orElseThrow(() -> new IllegalArgumentException("the receipt names no object with pick-lists"));
        String path = SchemaKey.id(receipt.key());
        int colon = path.lastIndexOf(':');
        Operation operation = object.fieldOperation("deleteOptions");
        Long id = Long.valueOf(path.substring(colon + 1));
        return calls.remove(
                receipt,
                operation,
                operation.request(path.substring(0, colon)).json(List.of(Map.of("id", id))),
                "Ask an admin to delete the option '" + receipt.element().label() + "' of " + object.type()
                        + " records (Company settings > Data fields).");
    }
}
