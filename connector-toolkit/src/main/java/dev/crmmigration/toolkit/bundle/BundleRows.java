package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.tabular.HeaderKey;
import dev.crmmigration.toolkit.tabular.Table;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Shows all rows of a bundle once, so that what no row says alone becomes known; holds keys and options only. Not thread-safe
 * while it looks.
 */
public final class BundleRows {

    private static final int MOST_OPTIONS = 200;

    private final Bundle bundle;
    private final Map<ObjectType, RowIds> ids = new LinkedHashMap<>();
    private final Map<ObjectType, Long> refused = new HashMap<>();
    private final Map<String, Set<String>> picked = new TreeMap<>();
    private final Map<String, Set<String>> customKeys = new HashMap<>();

    public BundleRows(Bundle bundle) {
        this.bundle = bundle;
    }

    /** Shows every row of an object that counts, with its id. */
    public void look(BundleObject object, Consumer<RowDraft> see) {
        RowIds identity = new RowIds(object);
        ids.put(object.type(), identity);
        bundle.tables(object).forEach(table -> forEach(object, table, identity::see));
        identity.conclude();
        bundle.tables(object)
                .forEach(table -> forEach(object, table, row -> {
                    identity.identify(row);
                    if (identity.isClash(row)) {
                        refused.merge(object.type(), 1L, Long::sum);
                    } else if (!row.isDeleted()) {
                        seePicked(object, row);
                        see.accept(row);
                    }
                }));
    }

    private void forEach(BundleObject object, Table table, Consumer<RowDraft> look) {
        long broken = 0;
        try (TabularReader reader = table.read()) {
            for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                Optional<RowDraft> draft = draft(object, table, row);
                draft.ifPresent(look);
                broken += draft.isEmpty() ? 1 : 0;
            }
        }
        refused.merge(object.type(), broken, Long::sum);
    }

    private Optional<RowDraft> draft(BundleObject object, Table table, TabularRow row) {
        try {
            return row instanceof TabularRow.Data data
                    ? Optional.of(RowDraft.of(object, table.columns(), data, bundle.currency()))
                    : Optional.empty();
        } catch (RowRefusedException e) {
            return Optional.empty();
        }
    }

    private void seePicked(BundleObject object, RowDraft row) {
        bundle.tables(object).stream()
                .flatMap(table -> table.extras().stream())
                .filter(object::isCustom)
                .map(CellColumn::key)
                .forEach(column -> row.value(column).ifPresent(value -> {
                    List<?> items = value instanceof List<?> list ? list : List.of(value);
                    pick(object.name(), column, items.stream().map(Object::toString));
                }));
    }

    private void pick(String object, String column, Stream<String> options) {
        Set<String> known = picked.computeIfAbsent(object + " " + column, any -> new TreeSet<>());
        options.filter(option -> !option.isEmpty() && known.size() < MOST_OPTIONS)
                .forEach(known::add);
    }

    /** Looks at a row that holds the value of a custom field. */
    public void seeCustomValue(RowDraft row) {
        String entity = row.text("entity_type");
        String key = HeaderKey.of(row.text(bundle.format().definitionKey()));
        customKeys.computeIfAbsent(entity, any -> new TreeSet<>()).add(key);
        bundle.format().objects().stream()
                .filter(object -> object.name().equals(entity))
                .forEach(object -> pick(object, key, row.text("value")));
    }

    /** Remembers what was picked for a custom field, wherever that stands; of a field that is no list nothing. */
    public void pick(BundleObject object, String key, String value) {
        if (bundle.custom(object.name(), key).filter(CustomField::isPicked).isPresent()) {
            pick(
                    object.name(),
                    object.prefix() + key,
                    Stream.of(value.split(";")).map(String::strip));
        }
    }

    /** Returns the custom fields of an object that are defined, or that rows of their own have values for. */
    List<CustomField> customFields(BundleObject object) {
        Map<String, CustomField> fields = new LinkedHashMap<>();
        bundle.customFields(object).forEach(field -> fields.put(field.key(), field));
        customKeys
                .getOrDefault(object.name(), Set.of())
                .forEach(key -> fields.putIfAbsent(key, new CustomField(object.name(), key, key, "", List.of())));
        return List.copyOf(fields.values());
    }

    public Bundle bundle() {
        return bundle;
    }

    RowIds ids(BundleObject object) {
        return ids.computeIfAbsent(object.type(), any -> new RowIds(object));
    }

    /** Returns how many rows of an object are put aside. */
    long refused(BundleObject object) {
        return refused.getOrDefault(object.type(), 0L);
    }

    /** Returns what was picked in a custom column, sorted. */
    Set<String> picked(BundleObject object, String column) {
        return picked.getOrDefault(object.name() + " " + column, Set.of());
    }
}
