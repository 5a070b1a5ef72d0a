package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.Pricing.Chore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls besides those for records. Lists are taken to fit on one page. */
final class ChoreCalls {

    private static final List<String> FIELDS =
            List.of("organizationField.list", "personField.list", "dealField.list", "productField.list");
    private static final List<String> CATALOG = List.of(
            "activityField.list",
            "leadLabel.list",
            "pipeline.list",
            "stage.list",
            "currency.list",
            "activityType.list",
            "user.list");
    private static final List<String> SCHEMA_KEYS =
            List.of("leadLabel.list", "pipeline.list", "stage.list", "activityType.list", "filter.list");
    private static final List<String> PREFLIGHT = List.of(
            "user.me", "currency.list", "personField.list", "pipeline.list", "leadLabel.list", "productField.list");

    private ChoreCalls() {}

    static List<Operation> of(Chore chore) {
        Stream<String> names = switch (chore) {
            case CATALOG -> Stream.concat(FIELDS.stream(), CATALOG.stream());
            case SCHEMA_KEYS -> Stream.concat(FIELDS.stream(), SCHEMA_KEYS.stream());
            case PREFLIGHT -> PREFLIGHT.stream();
        };
        return names.map(Operation::named).toList();
    }

    /** Returns the call that makes an element; empty if Pipedrive has none for it. */
    static Optional<Operation> of(SchemaElement element) {
        Optional<PipedriveObject> fields = FieldPart.fieldsOf(element.object());
        return switch (element.kind()) {
            case FIELD -> fields.map(object -> object.fieldOperation("create"));
            case OPTION ->
                LeadLabelPart.isLabel(element)
                        ? Optional.of(Operation.named("leadLabel.create"))
                        : fields.map(object -> object.fieldOperation("addOptions"));
            case PIPELINE -> Optional.of(Operation.named("pipeline.create"));
            case STAGE -> Optional.of(Operation.named("stage.create"));
            case ACTIVITY_TYPE -> Optional.of(Operation.named("activityType.create"));
            case FILTER -> Optional.of(Operation.named("filter.create"));
        };
    }
}
