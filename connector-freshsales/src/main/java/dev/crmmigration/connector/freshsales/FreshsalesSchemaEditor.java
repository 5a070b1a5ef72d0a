package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether the account has what records need, and tells a person what to add where it does not: pipelines, stages,
 * activity types and users cannot be made by the API at all, and the numbers by which it would make fields are not public.
 * What a person made is never taken away.
 */
final class FreshsalesSchemaEditor implements SchemaEditor {

    private final SchemaCache cache;

    FreshsalesSchemaEditor(AccountLists lists) {
        this.cache = new SchemaCache(lists);
    }

    /** Forgets what is known of the schema: the next question reads it anew. */
    void forget() {
        cache.forget();
    }

    /** Reads the whole schema anew. */
    @Override
    public Set<String> keys() {
        cache.forget();
        return cache.keys();
    }

    /** What is there was made by a person, perhaps because we asked for it. */
    @Override
    public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
        Optional<SchemaOutcome> impossible = impossible(element);
        if (impossible.isPresent()) {
            return impossible.get();
        }
        return key(element)
                .<SchemaOutcome>map(key -> new SchemaOutcome.Reused(new SchemaReceipt(element, key)))
                .orElseGet(() -> new SchemaOutcome.ForAPerson(Instructions.of(element)));
    }

    private static Optional<SchemaOutcome> impossible(SchemaElement element) {
        boolean isField = element.kind() == SchemaKind.FIELD;
        boolean hasFields = FreshsalesObject.of(element.object())
                .filter(FreshsalesObject::hasFields)
                .isPresent();
        if (isField && !hasFields) {
            return Optional.of(refused(
                    element,
                    "NO_CUSTOM_FIELDS",
                    "Freshsales has no custom fields of " + element.object() + " records. Map it elsewhere."));
        }
        if (isField && types(element).isEmpty()) {
            return Optional.of(
                    refused(element, "NO_SUCH_TYPE", "Freshsales has no custom field of this type. Map it elsewhere."));
        }
        return element.kind() == SchemaKind.FILTER
                ? Optional.of(
                        refused(element, "NO_FILTERS", "Freshsales' API makes no views. Take it out of the plan."))
                : Optional.empty();
    }

    private static SchemaOutcome refused(SchemaElement element, String code, String remedy) {
        return new SchemaOutcome.Refused(List.of(new FieldError(element.label(), code, remedy)));
    }

    static List<String> types(SchemaElement element) {
        String name = element.properties().getOrDefault(SchemaKind.TYPE, "");
        return Arrays.stream(FieldType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .map(CustomTypes::holding)
                .orElse(List.of());
    }

    private Optional<String> key(SchemaElement element) {
        return switch (element.kind()) {
            case FIELD -> field(element);
            case OPTION -> option(element);
            case PIPELINE ->
                cache.pipelines().stream()
                        .filter(pipeline -> pipeline.name().equals(element.label()))
                        .findFirst()
                        .map(pipeline -> SchemaCache.pipelineKey(pipeline.id()));
            case STAGE -> stage(element);
            case ACTIVITY_TYPE ->
                cache.activityTypes().stream()
                        .filter(type -> type.label().equals(element.label()))
                        .findFirst()
                        .map(type -> SchemaCache.typeKey(type.key()));
            case FILTER -> Optional.empty();
        };
    }

    /** A field that is there must hold the values and know the choices; else it is not the one that is needed. */
    private Optional<String> field(SchemaElement element) {
        List<String> types = types(element);
        FreshsalesObject object = FreshsalesReader.object(element.object());
        return cache.fields(object).stream()
                .filter(field -> field.custom()
                        && field.label().strip().equals(element.label().strip())
                        && types.contains(field.type()))
                .filter(field ->
                        field.choices().stream().map(Option::label).toList().containsAll(element.options()))
                .findFirst()
                .map(field -> SchemaCache.fieldKey(object, field.name()));
    }

    private Optional<String> option(SchemaElement element) {
        String of = element.properties().getOrDefault(SchemaKind.OF_FIELD, "");
        FreshsalesObject object = FreshsalesReader.object(element.object());
        return cache.fields(object).stream()
                .filter(field -> SystemFields.key(field.name()).equals(of)
                        || (field.custom() && field.label().equals(of)))
                .flatMap(field -> field.choices().stream()
                        .filter(choice -> choice.label().equals(element.label()))
                        .map(choice -> SchemaCache.optionKey(object, field.name(), choice.key())))
                .findFirst();
    }

    private Optional<String> stage(SchemaElement element) {
        String of = element.properties().getOrDefault(SchemaKind.OF_PIPELINE, "");
        return cache.pipelines().stream()
                .filter(pipeline -> pipeline.name().equals(of))
                .flatMap(pipeline -> pipeline.stages().entrySet().stream())
                .filter(stage -> stage.getValue().equals(element.label()))
                .findFirst()
                .map(stage -> SchemaCache.stageKey(stage.getKey()));
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        return new SchemaOutcome.Kept("Freshsales' API takes nothing of the schema away: ask an admin to do so");
    }
}
