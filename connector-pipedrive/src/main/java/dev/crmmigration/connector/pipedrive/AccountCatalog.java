package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.destination.FieldTable;
import dev.crmmigration.toolkit.destination.KnownAccount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the account: system fields of the table, custom fields, options and users as Pipedrive lists them now. */
final class AccountCatalog {

    /** The custom field that the plan adds for the keys of the source. */
    private static final String SOURCE_KEY = "Source key";

    private static final Map<String, FieldType> CUSTOM_TYPES = Map.ofEntries(
            Map.entry("varchar", FieldType.TEXT),
            Map.entry("varchar_auto", FieldType.TEXT),
            Map.entry("phone", FieldType.TEXT),
            Map.entry("text", FieldType.LONG_TEXT),
            Map.entry("double", FieldType.DECIMAL),
            Map.entry("monetary", FieldType.MONEY),
            Map.entry("enum", FieldType.CHOICE),
            Map.entry("set", FieldType.CHOICES),
            Map.entry("date", FieldType.DATE),
            Map.entry("daterange", FieldType.DATE_RANGE),
            Map.entry("time", FieldType.TIME),
            Map.entry("timerange", FieldType.TIME_RANGE),
            Map.entry("address", FieldType.ADDRESS),
            Map.entry("user", FieldType.USER),
            Map.entry("org", FieldType.REFERENCE),
            Map.entry("people", FieldType.REFERENCE));
    private static final Map<String, String> TARGETS = Map.of("org", "organization", "people", "person");

    private final AccountLists lists;
    private final PipedriveSettings settings;

    AccountCatalog(AccountLists lists, PipedriveSettings settings) {
        this.lists = lists;
        this.settings = settings;
    }

    /** Reads the account as it is now. */
    KnownAccount.Reading<PipedriveObject, RecordShape> read(String account) {
        Map<PipedriveObject, List<RemoteField>> fields = fields();
        Optional<List<Option>> leadLabels = lists.leadLabels();
        OptionLists options = OptionLists.read(lists, leadLabels.orElse(List.of()));
        WriteRules rules = new WriteRules(options.stagesWithProbability());
        List<ObjectDescription> objects = new ArrayList<>();
        Map<PipedriveObject, RecordShape> shapes = new EnumMap<>(PipedriveObject.class);
        for (PipedriveObject object : PipedriveObject.values()) {
            if (isThere(object, fields, leadLabels.isPresent())) {
                List<RemoteField> remote = fields.getOrDefault(object.fieldOwner(), List.of());
                ObjectDescription description = new ObjectDescription(
                        object.type(), described(object, remote, options), traits(object, settings));
                objects.add(description);
                shapes.put(object, new RecordShape(object, description, rules, settings.visibleTo()));
            }
        }
        long customFields = fields.values().stream()
                .flatMap(List::stream)
                .filter(RemoteField::custom)
                .count();
        Catalog catalog = new Catalog(account, objects, lists.users(), Capacities.of(settings, customFields));
        return new KnownAccount.Reading<>(catalog, shapes);
    }

    /** Lists the fields of every object that the token's user may see. */
    private Map<PipedriveObject, List<RemoteField>> fields() {
        Map<PipedriveObject, List<RemoteField>> fields = new EnumMap<>(PipedriveObject.class);
        for (PipedriveObject object :
                List.of(PipedriveObject.ORGANIZATION, PipedriveObject.PERSON, PipedriveObject.DEAL)) {
            fields.put(object, lists.fields(object));
        }
        lists.productFields().ifPresent(known -> fields.put(PipedriveObject.PRODUCT, known));
        lists.activityFields().ifPresent(known -> fields.put(PipedriveObject.ACTIVITY, known));
        return fields;
    }

    private static boolean isThere(
            PipedriveObject object, Map<PipedriveObject, List<RemoteField>> fields, boolean hasLeads) {
        return switch (object) {
            case PRODUCT, DEAL_PRODUCT -> fields.containsKey(PipedriveObject.PRODUCT);
            case LEAD -> hasLeads;
            default -> true;
        };
    }

    static ObjectTraits traits(PipedriveObject object, PipedriveSettings settings) {
        ObjectTraits traits = new ObjectTraits(
                1,
                settings.concurrency(),
                object.readBack(),
                object.fieldOwner().hasCustomFields() ? Optional.of(SOURCE_KEY) : Optional.empty(),
                false,
                settings.visibleAfter(),
                true,
                // The value of a deal follows from its products
                object == PipedriveObject.DEAL_PRODUCT);
        return object == PipedriveObject.FILE ? traits.withMaxFileBytes(settings.maxFileBytes()) : traits;
    }

    private static List<FieldDescription> described(
            PipedriveObject object, List<RemoteField> remote, OptionLists options) {
        List<FieldDescription> fields = new ArrayList<>();
        for (FieldTable.Row system : SystemFields.of(object)) {
            Optional<RemoteField> listed = object.fieldOwner() == object
                    ? listed(remote, system.field().key())
                    : Optional.empty();
            if (!system.has(SystemFields.EXPOSED) || listed.isPresent()) {
                fields.add(described(object, system.field(), listed, options));
            }
        }
        if (object.fieldOwner().hasCustomFields()) {
            remote.stream()
                    .filter(field -> field.custom() && CUSTOM_TYPES.containsKey(field.type()))
                    .map(AccountCatalog::custom)
                    .forEach(fields::add);
        }
        return fields;
    }

    private static Optional<RemoteField> listed(List<RemoteField> remote, String key) {
        return remote.stream()
                .filter(field -> !field.custom())
                .filter(field -> field.code().equals(key) || (key.equals("label_ids") && field.isLabels()))
                .findFirst();
    }

    private static FieldDescription described(
            PipedriveObject object, FieldDescription field, Optional<RemoteField> listed, OptionLists lists) {
        List<Option> options = isPickList(field.type())
                ? lists.of(object, field.key())
                        .orElseGet(() -> listed.map(RemoteField::options).orElse(List.of()))
                : List.of();
        return new FieldDescription(
                field.key(),
                listed.map(RemoteField::name).orElse(field.label()),
                field.type(),
                field.platformType(),
                isBarred(object, field.key(), options, lists) ? Access.READ_ONLY : field.access(),
                field.required(),
                false,
                options,
                field.refersTo());
    }

    /** Whether this account does not let a field be written that others do. */
    private static boolean isBarred(PipedriveObject object, String field, List<Option> options, OptionLists lists) {
        return switch (object.type().name() + "." + field) {
            case "deal.probability" -> lists.stagesWithProbability().isEmpty();
            // Only admins see which priorities there are
            case "activity.priority" -> options.isEmpty();
            default -> false;
        };
    }

    private static boolean isPickList(FieldType type) {
        return type == FieldType.CHOICE || type == FieldType.CHOICES;
    }

    private static FieldDescription custom(RemoteField remote) {
        FieldType type = CUSTOM_TYPES.getOrDefault(remote.type(), FieldType.TEXT);
        return new FieldDescription(
                remote.code(),
                remote.name(),
                type,
                remote.type(),
                Access.WRITABLE,
                false,
                true,
                isPickList(type) ? remote.options() : List.of(),
                Optional.ofNullable(TARGETS.get(remote.type())).map(ObjectType::of));
    }
}
