package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import java.util.Optional;
import java.util.Set;

/** Makes custom fields, options, pipelines, stages, activity types and filters, and takes them away. */
final class PipedriveSchemaEditor implements SchemaEditor {

    private final SchemaCache cache;
    private final SchemaPart fields;
    private final SchemaPart options;
    private final SchemaPart pipelines;
    private final SchemaPart stages;
    private final SchemaPart activityTypes;
    private final SchemaPart filters;

    PipedriveSchemaEditor(PipedriveApi api, AccountLists lists, Account account) {
        cache = new SchemaCache(lists);
        SchemaCalls calls = new SchemaCalls(api, cache, account);
        fields = new FieldPart(calls);
        options = new OptionPart(calls);
        pipelines = new PipelinePart(calls);
        stages = new StagePart(calls);
        activityTypes = new ActivityTypePart(calls);
        filters = new FilterPart(calls);
    }

    /** Reads the whole schema anew. */
    @Override
    public Set<String> keys() {
        cache.forget();
        return cache.keys();
    }

    @Override
    public SchemaOutcome ensure(SchemaElement element, Set<String> keysBefore) {
        SchemaPart part = part(element.kind());
        Optional<String> key = part.find(element);
        if (key.isEmpty()) {
            return part.create(element);
        }
        SchemaReceipt receipt = new SchemaReceipt(element, key.get());
        return keysBefore.contains(key.get()) ? new SchemaOutcome.Reused(receipt) : new SchemaOutcome.Created(receipt);
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        return part(receipt.element().kind()).remove(receipt);
    }

    private SchemaPart part(SchemaKind kind) {
        return switch (kind) {
            case FIELD -> fields;
            case OPTION -> options;
            case PIPELINE -> pipelines;
            case STAGE -> stages;
            case ACTIVITY_TYPE -> activityTypes;
            case FILTER -> filters;
        };
    }
}
