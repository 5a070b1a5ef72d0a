package dev.crmmigration.api.catalog;

import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;

/**
 * An object of a platform, as this account has it now.
 *
 * @param type the object
 * @param fields its fields, in the platform's order
 * @param traits what can be done with its records
 */
public record ObjectDescription(ObjectType type, List<FieldDescription> fields, ObjectTraits traits) {

    public ObjectDescription {
        fields = List.copyOf(fields);
    }

    /** Finds a field by key. */
    public Optional<FieldDescription> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** Finds the field that a mapping names: by key, else a custom field by label. */
    public Optional<FieldDescription> named(String name) {
        return field(name)
                .or(() -> fields.stream()
                        .filter(field -> field.custom() && field.label().equals(name))
                        .findFirst());
    }
}
