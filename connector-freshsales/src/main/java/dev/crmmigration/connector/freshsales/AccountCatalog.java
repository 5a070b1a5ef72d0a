package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.FileLink;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.toolkit.destination.FieldTable;
import dev.crmmigration.toolkit.destination.KnownAccount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the account: system fields of the table, custom fields, options and users as Freshsales lists them now. */
final class AccountCatalog {

    /** The custom field that the plan adds for the keys of the source where there is no system field for them. */
    static final String SOURCE_KEY = "Source key";

    private static final String EXTERNAL_ID = "external_id";

    /** What stands in place of a file that is kept elsewhere. */
    private static final FileLink LINK = new FileLink(FreshsalesObject.DOCUMENT_LINK.type(), "name", "url");

    private final AccountLists lists;
    private final FreshsalesSettings settings;

    AccountCatalog(AccountLists lists, FreshsalesSettings settings) {
        this.lists = lists;
        this.settings = settings;
    }

    /** Reads the account as it is now. */
    KnownAccount.Reading<FreshsalesObject, RecordShape> read() {
        Map<FreshsalesObject, List<RemoteField>> remote = fields();
        lists.calls()
                .probed(FreshsalesPreflight.canProbe(remote.getOrDefault(FreshsalesObject.SALES_ACCOUNT, List.of())));
        OptionLists options = OptionLists.read(lists, remote);
        List<ObjectDescription> objects = new ArrayList<>();
        Map<FreshsalesObject, RecordShape> shapes = new EnumMap<>(FreshsalesObject.class);
        for (FreshsalesObject object : FreshsalesObject.values()) {
            ObjectDescription description = new ObjectDescription(
                    object.type(),
                    described(object, remote.getOrDefault(object, List.of()), options),
                    traits(object, settings));
            objects.add(description);
            shapes.put(
                    object,
                    new RecordShape(
                            object,
                            description,
                            options,
                            object.isParent() ? lists.viewOfAll(object) : Optional.empty()));
        }
        Catalog catalog = new Catalog(settings.account(), objects, lists.users(), Capacities.of(settings, remote));
        return new KnownAccount.Reading<>(catalog, shapes);
    }

    private Map<FreshsalesObject, List<RemoteField>> fields() {
        Map<FreshsalesObject, List<RemoteField>> fields = new EnumMap<>(FreshsalesObject.class);
        for (FreshsalesObject object : FreshsalesObject.values()) {
            if (object.hasFields()) {
                fields.put(object, lists.fields(object));
            }
        }
        return fields;
    }

    static ObjectTraits traits(FreshsalesObject object, FreshsalesSettings settings) {
        ObjectTraits traits = new ObjectTraits(
                settings.bulk().contains(object) ? BulkCreates.MOST : 1,
                settings.concurrency(),
                object.readBack(),
                keyField(object),
                false,
                settings.visibleAfter(),
                object.canDelete());
        return object == FreshsalesObject.DOCUMENT
                ? traits.withMaxFileBytes(settings.maxFileBytes()).withFileLink(LINK)
                : traits;
    }

    private static Optional<String> keyField(FreshsalesObject object) {
        return switch (object) {
            case CONTACT -> Optional.of(EXTERNAL_ID);
            case SALES_ACCOUNT, DEAL -> Optional.of(SOURCE_KEY);
            default -> Optional.empty();
        };
    }

    private List<FieldDescription> described(FreshsalesObject object, List<RemoteField> remote, OptionLists options) {
        List<FieldDescription> fields = new ArrayList<>();
        for (FieldTable.Row row : SystemFields.of(object)) {
            fields.add(described(object, row.field(), remote, options));
        }
        remote.stream()
                .filter(RemoteField::custom)
                .flatMap(field -> custom(field).stream())
                .forEach(fields::add);
        return fields;
    }

    private static FieldDescription described(
            FreshsalesObject object, FieldDescription field, List<RemoteField> remote, OptionLists options) {
        Optional<RemoteField> listed = remote.stream()
                .filter(known ->
                        !known.custom() && SystemFields.key(known.name()).equals(field.key()))
                .findFirst();
        boolean isWritten = field.access() == Access.WRITABLE || field.access() == Access.ON_CREATE_ONLY;
        boolean isDemanded = listed.filter(RemoteField::required).isPresent() && isWritten;
        return new FieldDescription(
                field.key(),
                listed.map(RemoteField::label).orElse(field.label()),
                field.type(),
                field.platformType(),
                field.access(),
                field.required() || isDemanded,
                false,
                field.type() == FieldType.CHOICE ? options.of(object, field.key()) : List.of(),
                field.refersTo());
    }

    private Optional<FieldDescription> custom(RemoteField remote) {
        return CustomTypes.ours(remote.type())
                .map(type -> new FieldDescription(
                        remote.name(),
                        remote.label(),
                        type,
                        type == FieldType.CHOICES ? settings.multiSelect().settingName() : remote.type(),
                        Access.WRITABLE,
                        remote.required(),
                        true,
                        isPickList(type) ? remote.texts() : List.<Option>of(),
                        Optional.empty()));
    }

    private static boolean isPickList(FieldType type) {
        return type == FieldType.CHOICE || type == FieldType.CHOICES;
    }
}
