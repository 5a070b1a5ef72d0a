package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.SchemaOutcome;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.connector.pipedrive.AccountLists.ActivityType;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types of activities. */
final class ActivityTypePart implements SchemaPart {

    /** One of the closed list of icons (OpenAPI v1, addActivityTypeRequest, read 2026-08-18); people can change it. */
    private static final String ICON = "calendar";

    private static final String WHERE = " (Company settings > Activities)";

    private final SchemaCalls calls;

    ActivityTypePart(SchemaCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<String> find(SchemaElement element) {
        return SchemaCache.named(active(), ActivityType::name, element.label())
                .map(type -> SchemaKey.activityType(type.key()));
    }

    private List<ActivityType> active() {
        return calls.cache().activityTypes().stream()
                .filter(ActivityType::active)
                .toList();
    }

    @Override
    public SchemaOutcome create(SchemaElement element) {
        Operation operation = Operation.named("activityType.create");
        return calls.create(
                element,
                operation,
                operation.request().json(Map.of("name", element.label(), "icon_key", ICON)),
                this::made,
                "Ask an admin to add the activity type '" + element.label() + "'" + WHERE + ", then prepare again.");
    }

    private Optional<String> made(JsonObject reply) {
        Optional<ActivityType> type = reply.object("data").flatMap(AccountLists::activityType);
        type.ifPresent(calls.cache().activityTypes()::add);
        return type.map(made -> SchemaKey.activityType(made.key()));
    }

    @Override
    public void lookAgain(SchemaElement element) {
        calls.cache().forgetActivityTypes();
    }

    @Override
    public SchemaOutcome remove(SchemaReceipt receipt) {
        String key = SchemaKey.id(receipt.key());
        Optional<ActivityType> type = active().stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst();
        if (type.isEmpty()) {
            return new SchemaOutcome.AlreadyGone();
        }
        Operation operation = Operation.named("activityType.delete");
        return calls.remove(
                receipt,
                operation,
                operation.request(type.get().id()),
                "Ask an admin to delete the activity type '" + receipt.element().label() + "'" + WHERE + ".");
    }
}
