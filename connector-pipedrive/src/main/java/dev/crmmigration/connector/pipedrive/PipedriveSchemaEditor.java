package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.toolkit.destination.KnownAccount;
import java.util.Optional;
import java.util.Set;

/**
 * Makes custom fields, options, labels, pipelines, stages, activity types and filters, and takes them away.
 *
 * <p>Pipedrive lets two of them have one name, so after each creation the account is looked at again: if somebody else
 * made the same meanwhile and comes first, theirs is used, and ours, which nothing uses yet, is taken away.
 */
final class PipedriveSchemaEditor implements SchemaEditor {

    private final SchemaCache cache;
    private final SchemaPart fields;
    private final SchemaPart options;
    private final SchemaPart leadLabels;
    private final SchemaPart pipelines;
    private final SchemaPart stages;
    private final SchemaPart activityTypes;
    private final SchemaPart filters;

    PipedriveSchemaEditor(PipedriveApi api, AccountLists lists, KnownAccount<PipedriveObject, RecordShape> account) {
        cache = new SchemaCache(lists);
        SchemaCalls calls = new SchemaCalls(api, cache, account);
        fields = new FieldPart(calls);
        options = new OptionPart(calls);
        leadLabels = new LeadLabelPart(calls);
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
        SchemaPart part = part(element);
        Optional<String> key = part.find(element);
        if (key.isEmpty()) {
            return create(part, element);
        }
        SchemaReceipt receipt = new SchemaReceipt(element, key.get());
        return part.misfit(element)
                .orElseGet(() -> keysBefore.contains(key.get())
                        ? new SchemaOutcome.Reused(receipt)
                        : new SchemaOutcome.Created(receipt));
    }

    private static SchemaOutcome create(SchemaPart part, SchemaElement element) {
        SchemaOutcome outcome = part.create(element);
        if (outcome instanceof SchemaOutcome.Created created) {
            part.lookAgain(element);
            return first(part, created.receipt());
        }
        if (outcome instanceof SchemaOutcome.Refused) {
            // Perhaps because somebody else made it meanwhile
            part.lookAgain(element);
            return part.find(element)
                    .<SchemaOutcome>map(key -> new SchemaOutcome.Reused(new SchemaReceipt(element, key)))
                    .orElse(outcome);
        }
        return outcome;
    }

    private static SchemaOutcome first(SchemaPart part, SchemaReceipt ours) {
        Optional<String> first = part.find(ours.element()).filter(key -> !key.equals(ours.key()));
        if (first.isEmpty()) {
            return new SchemaOutcome.Created(ours);
        }
        part.remove(ours);
        return new SchemaOutcome.Reused(new SchemaReceipt(ours.element(), first.get()));
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        return part(receipt.element()).remove(receipt);
    }

    private SchemaPart part(SchemaElement element) {
        return switch (element.kind()) {
            case FIELD -> fields;
            case OPTION -> LeadLabelPart.isLabel(element) ? leadLabels : options;
            case PIPELINE -> pipelines;
            case STAGE -> stages;
            case ACTIVITY_TYPE -> activityTypes;
            case FILTER -> filters;
        };
    }
}
