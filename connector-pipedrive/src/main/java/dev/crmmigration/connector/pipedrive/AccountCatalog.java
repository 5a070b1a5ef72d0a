package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes the account: system fields of the table, custom fields, options and users as Pipedrive lists them now. */
final class AccountCatalog {

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
    private static final List<Option> STATUSES =
            List.of(Option.of("open", "open"), Option.of("won", "won"), Option.of("lost", "lost"));
    private static final List<Option> MARKETING_STATUSES = List.of(
            Option.of("no_consent", "no_consent"),
            Option.of("unsubscribed", "unsubscribed"),
            Option.of("subscribed", "subscribed"),
            Option.of("archived", "archived"));

    private final AccountLists lists;
    private final PipedriveSettings settings;

    AccountCatalog(AccountLists lists, PipedriveSettings settings) {
        this.lists = lists;
        this.settings = settings;
    }

    Catalog read(String account) {
        Map<PipedriveObject, List<RemoteField>> remote = new EnumMap<>(PipedriveObject.class);
        List<ObjectDescription> objects = new ArrayList<>();
        for (PipedriveObject object : PipedriveObject.values()) {
            if (object.hasCustomFields()) {
                remote.put(object, lists.fields(object));
            }
            objects.add(new ObjectDescription(
                    object.type(), fields(object, remote.getOrDefault(object, List.of())), traits()));
        }
        long customFields = remote.values().stream()
                .flatMap(List::stream)
                .filter(RemoteField::custom)
                .count();
        return new Catalog(account, objects, lists.users(), Capacities.of(settings, customFields));
    }

    private ObjectTraits traits() {
        return new ObjectTraits(
                1, settings.concurrency(), ReadBack.PAGES, Optional.empty(), false, settings.visibleAfter(), true);
    }

    private List<FieldDescription> fields(PipedriveObject object, List<RemoteField> remote) {
        List<FieldDescription> fields = new ArrayList<>();
        for (SystemFields.SystemField system : SystemFields.of(object)) {
            Optional<RemoteField> listed = listed(remote, system.field().key());
            if (!system.exposed() || listed.isPresent()) {
                fields.add(described(object, system.field(), listed));
            }
        }
        remote.stream()
                .filter(field -> field.custom() && CUSTOM_TYPES.containsKey(field.type()))
                .map(AccountCatalog::custom)
                .forEach(fields::add);
        return fields;
    }

    private static Optional<RemoteField> listed(List<RemoteField> remote, String key) {
        return remote.stream()
                .filter(field -> !field.custom())
                .filter(field -> field.code().equals(key) || (key.equals("label_ids") && field.isLabels()))
                .findFirst();
    }

    private FieldDescription described(PipedriveObject object, FieldDescription field, Optional<RemoteField> listed) {
        return new FieldDescription(
                field.key(),
                listed.map(RemoteField::name).orElse(field.label()),
                field.type(),
                field.platformType(),
                field.access(),
                field.required(),
                false,
                options(object, field, listed),
                field.refersTo());
    }

    private List<Option> options(PipedriveObject object, FieldDescription field, Optional<RemoteField> listed) {
        return switch (object.type().name() + "." + field.key()) {
            case "deal.status" -> STATUSES;
            case "deal.currency" ->
                lists.currencies().stream().map(code -> Option.of(code, code)).toList();
            case "deal.stage_id" -> stages();
            case "activity.type" -> activityTypes();
            case "person.marketing_status" -> MARKETING_STATUSES;
            default -> isPickList(field) ? listed.map(RemoteField::options).orElse(List.of()) : List.of();
        };
    }

    private static boolean isPickList(FieldDescription field) {
        return field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES;
    }

    private List<Option> stages() {
        Map<String, String> pipelines = lists.pipelines().stream()
                .collect(Collectors.toMap(AccountLists.Pipeline::id, AccountLists.Pipeline::name, (a, b) -> a));
        return lists.stages().stream()
                .filter(stage -> pipelines.containsKey(stage.pipelineId()))
                .map(stage ->
                        new Option(stage.id(), stage.name(), Optional.ofNullable(pipelines.get(stage.pipelineId()))))
                .toList();
    }

    private List<Option> activityTypes() {
        return lists.activityTypes().stream()
                .filter(AccountLists.ActivityType::active)
                .map(type -> Option.of(type.key(), type.name()))
                .toList();
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
                type == FieldType.CHOICE || type == FieldType.CHOICES ? remote.options() : List.of(),
                Optional.ofNullable(TARGETS.get(remote.type())).map(ObjectType::of));
    }
}
