package dev.crmmigration.connector.pipedrive.simulator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one object, the deleted ones too. Not thread-safe: the account's lock guards it. */
final class FieldCatalog {

    private final String name;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private int removals;

    /**
     * Creates an empty catalog.
     *
     * @param name such as {@code personFields}
     */
    FieldCatalog(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(Field field) {
        fields.put(field.code(), field);
    }

    /** Returns the field unless it is missing or deleted. */
    @Nullable
    Field find(String code) {
        Field field = fields.get(code);
        return field == null || field.isDeleted() ? null : field;
    }

    List<Field> live() {
        return fields.values().stream().filter(field -> !field.isDeleted()).toList();
    }

    Collection<Field> all() {
        return fields.values();
    }

    long customFields() {
        return fields.values().stream()
                .filter(field -> field.isCustom() && !field.isDeleted())
                .count();
    }

    /** Notes that a field or an option is gone, so that its values vanish from the records when they are next read. */
    void noteRemoval() {
        removals++;
    }

    /** Returns a number that grows when a field or an option goes. */
    int removals() {
        return removals;
    }
}
