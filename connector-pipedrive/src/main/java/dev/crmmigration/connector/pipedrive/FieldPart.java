package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.codec.OptionCodec;
import dev.crmmigration.toolkit.http.HttpRequest;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Custom fields. Their names need not be unique in Pipedrive, so that looking first is all that stops twins. */
final class FieldPart implements SchemaPart {

    /** Pipedrive's types that hold a type of ours; the first is the one that is made. It knows no URL, int or bool. */
    private static final Map<FieldType, List<String>> TYPES = Map.ofEntries(
            Map.entry(FieldType.TEXT, List.of("varchar", "varchar_auto", "text")),
            Map.entry(FieldType.LONG_TEXT, List.of("text")),
            Map.entry(FieldType.INTEGER, List.of("double")),
            Map.entry(FieldType.DECIMAL, List.of("double")),
            Map.entry(FieldType.BOOLEAN, List.of("enum")),
            Map.entry(FieldType.DATE, List.of("date")),
            Map.entry(FieldType.TIME, List.of("time")),
            Map.entry(FieldType.INSTANT, List.of("date")),
            Map.entry(FieldType.DURATION, List.of("varchar", "varchar_auto", "text")),
            Map.entry(FieldType.MONEY, List.of("monetary")),
            Map.entry(FieldType.ADDRESS, List.of("address")),
            Map.entry(FieldType.CHOICE, List.of("enum")),
            Map.entry(FieldType.CHOICES, List.of("set")),
            Map.entry(FieldType.USER, List.of("user")),
            Map.entry(FieldType.DATE_RANGE, List.of("daterange")),
            Map.entry(FieldType.TIME_RANGE, List.of("timerange")));

    /** The most options of a field: Pipedrive, "Custom fields", support.pipedrive.com, read 2026-09. */
    static final int MOST_OPTIONS = 10_000;

    private final SchemaCalls calls;

    /** Returns the type that a new field for such values gets. */
    static String typeFor(FieldType type) {
        return TYPES.getOrDefault(type, List.of("text")).get(0);
    }

    FieldPart(SchemaCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<String> find(SchemaElement element) {
        Optional<PipedriveObject> object = fieldsOf(element.object());
        List<String> types = types(element);
        return object.flatMap(known -> calls.cache().fields(known).stream()
                .filter(field -> field.custom()
                        && field.name().strip().equals(element.label().strip()))
                .filter(field -> types.contains(field.type()) && canHold(field, element))
                .findFirst()
                .map(field -> SchemaKey.field(known, field.code())));
    }

    /** Returns the object that has an object's custom fields: leads have those of deals. */
    static Optional<PipedriveObject> fieldsOf(ObjectType type) {
        ObjectType owner = type.name().equals("lead") ? ObjectType.of("deal") : type;
        return PipedriveObject.of(owner).filter(PipedriveObject::hasCustomFields);
    }

    private static List<String> types(SchemaElement element) {
        return type(element).map(type -> TYPES.getOrDefault(type, List.of())).orElse(List.of());
    }

    private static Optional<FieldType> type(SchemaElement element) {
        String name = element.properties().getOrDefault(SchemaKind.TYPE, "");
        return TYPES.keySet().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    private static boolean canHold(RemoteField field, SchemaElement element) {
        List<String> labels = field.options().stream().map(Option::label).toList();
        return !isBoolean(element) || (labels.contains(OptionCodec.YES) && labels.contains(OptionCodec.NO));
    }

    private static boolean isBoolean(SchemaElement element) {
        return type(element).equals(Optional.of(FieldType.BOOLEAN));
    }

    @Override
    public SchemaOutcome create(SchemaElement element) {
        Optional<PipedriveObject> object = fieldsOf(element.object());
        List<String> types = types(element);
        if (object.isEmpty()) {
            return SchemaCalls.refused(
                    element.label(),
                    "NO_CUSTOM_FIELDS",
                    "Pipedrive's API cannot make custom fields of " + element.object() + ". Map it elsewhere.");
        }
        if (types.isEmpty()) {
            return SchemaCalls.refused(
                    element.label(), "NO_SUCH_TYPE", "Pipedrive has no custom field of this type. Map it elsewhere.");
        }
        List<String> options = isBoolean(element) ? List.of(OptionCodec.YES, OptionCodec.NO) : element.options();
        boolean isPickList = types.get(0).equals("enum") || types.get(0).equals("set");
        if (isPickList && options.isEmpty()) {
            return SchemaCalls.refused(
                    element.label(), "NO_OPTIONS", "A pick-list needs at least one option. Name its options.");
        }
        if (options.size() > MOST_OPTIONS) {
            return tooManyOptions(element.label());
        }
        return create(element, object.get(), types.get(0), isPickList ? options : List.of());
    }

    static SchemaOutcome tooManyOptions(String label) {
        return SchemaCalls.refused(
                label,
                "TOO_MANY_OPTIONS",
                "A pick-list of Pipedrive holds " + MOST_OPTIONS
                        + " options. Map the values to fewer, or to a text field.");
    }

    private SchemaOutcome create(SchemaElement element, PipedriveObject object, String type, List<String> options) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("field_name", element.label());
        body.put("field_type", type);
        if (!options.isEmpty()) {
            body.put(
                    "options",
                    options.stream().map(label -> Map.of("label", label)).toList());
        }
        Operation operation = object.fieldOperation("create");
        HttpRequest request = operation.request().json(body);
        return calls.create(
                element, operation, request, reply -> made(object, reply), byHand(element, object, type, options));
    }

    private Optional<String> made(PipedriveObject object, JsonObject reply) {
        Optional<RemoteField> field = reply.object("data").flatMap(RemoteField::of);
        field.ifPresent(calls.cache().fields(object)::add);
        return field.map(made -> SchemaKey.field(object, made.code()));
    }

    private static String byHand(SchemaElement element, PipedriveObject object, String type, List<String> options) {
        String values = options.isEmpty() ? "" : " with the options '" + String.join("', '", options) + "'";
        return "Ask an admin to add the custom field '" + element.label() + "' of type " + type + " to " + object.type()
                + " records" + values + " (Company settings > Data fields), then prepare again.";
    }

    @Override
    public void lookAgain(SchemaElement element) {
        fieldsOf(element.object()).ifPresent(calls.cache()::forgetFields);
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        PipedriveObject object = fieldsOf(receipt.element().object())
                .orElseThrow(() -> new IllegalArgumentException("the receipt names no object with custom fields"));
        Operation operation = object.fieldOperation("delete");
        return calls.remove(
                receipt,
                operation,
                operation.request(SchemaKey.id(receipt.key())),
                "Ask an admin to delete the custom field '" + receipt.element().label() + "' of " + object.type()
                        + " records (Company settings > Data fields).");
    }
}
