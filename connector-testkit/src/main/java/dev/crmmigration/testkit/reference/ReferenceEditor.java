package dev.crmmigration.testkit.reference;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Makes custom fields and options. A key is the object and the field, and the option if it is one. */
final class ReferenceEditor implements SchemaEditor {

    private final ReferenceSchema schema;

    ReferenceEditor(ReferenceSchema schema) {
        this.schema = schema;
    }

    @Override
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (ObjectDescription object : schema.catalog().objects()) {
            for (FieldDescription field : object.fields()) {
                if (field.custom()) {
                    keys.add(key(object.type(), field, Optional.empty()));
                }
                field.options().forEach(option -> keys.add(key(object.type(), field, Optional.of(option))));
            }
        }
        return keys;
    }

    private static String key(ObjectType type, FieldDescription field, Optional<Option> option) {
        return type + "/" + field.key() + option.map(one -> "/" + one.key()).orElse("");
    }

    @Override
    public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
        return switch (element.kind()) {
            case FIELD -> outcome(element, find(element).orElseGet(() -> make(element)), keysBefore);
            case OPTION ->
                schema.find(element.object(), named(element.properties().getOrDefault(SchemaKind.OF_FIELD, "")))
                        .map(field -> outcome(element, option(element, field), keysBefore))
                        .orElseGet(() -> new SchemaOutcome.ForAPerson("Make the field first."));
            case PIPELINE, STAGE, ACTIVITY_TYPE, FILTER ->
                new SchemaOutcome.ForAPerson("This platform has no " + element.kind() + ".");
        };
    }

    private static SchemaOutcome outcome(SchemaElement element, String key, Set<String> keysBefore) {
        SchemaReceipt receipt = new SchemaReceipt(element, key);
        return keysBefore.contains(key) ? new SchemaOutcome.Reused(receipt) : new SchemaOutcome.Created(receipt);
    }

    private static Predicate<FieldDescription> named(String name) {
        return field ->
                field.key().equals(name) || (field.custom() && field.label().equals(name));
    }

    private Optional<String> find(SchemaElement element) {
        return schema.find(
                        element.object(),
                        field -> field.custom() && field.label().equals(element.label()))
                .map(field -> key(element.object(), field, Optional.empty()));
    }

    private String make(SchemaElement element) {
        FieldType type = FieldType.valueOf(element.properties().getOrDefault(SchemaKind.TYPE, ""));
        return element.object() + "/" + schema.addField(element.object(), element.label(), type, element.options());
    }

    private String option(SchemaElement element, FieldDescription field) {
        Optional<Option> known = field.option(element.label());
        if (known.isPresent()) {
            return key(element.object(), field, known);
        }
        Option made = Option.of(schema.nextOptionKey(), element.label());
        List<Option> options = new ArrayList<>(field.options());
        options.add(made);
        schema.setOptions(element.object(), field, options);
        return key(element.object(), field, Optional.of(made));
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        if (!keys().contains(receipt.key())) {
            return new SchemaOutcome.AlreadyGone();
        }
        String[] path = receipt.key().split("/", 3);
        ObjectType type = ObjectType.of(path[0]);
        if (path.length == 2) {
            schema.removeField(type, path[1]);
        } else {
            schema.find(type, field -> field.key().equals(path[1]))
                    .ifPresent(field -> schema.setOptions(
                            type,
                            field,
                            field.options().stream()
                                    .filter(option -> !option.key().equals(path[2]))
                                    .toList()));
        }
        return new SchemaOutcome.Removed();
    }
}
