package dev.crmmigration.api.catalog;

import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;

/**
 * A field of an object, as this account has it now.
 *
 * @param key what calls name it; for custom fields it may differ from account to account
 * @param label what people see; mappings and plans name custom fields by label
 * @param type what kind of value it holds
 * @param platformType the platform's own word for the type
 * @param access when it can be written
 * @param required whether a create must give it
 * @param custom whether the customer made it
 * @param options the pick-list of {@link FieldType#CHOICE} and {@link FieldType#CHOICES}, empty for all others
 * @param refersTo the object that {@link FieldType#REFERENCE} and {@link FieldType#PARTICIPANTS} lead to
 */
public record FieldDescription(
        String key,
        String label,
        FieldType type,
        String platformType,
        Access access,
        boolean required,
        boolean custom,
        List<Option> options,
        Optional<ObjectType> refersTo) {

    public FieldDescription {
        options = List.copyOf(options);
    }

    /** Starts the description of a writable, optional system field whose label is its key. */
    public static Builder builder(String key, FieldType type) {
        return new Builder(key, type);
    }

    /** Finds the option that a mapping names by label or by {@code group / label}. */
    public Optional<Option> option(String name) {
        return options.stream()
                .filter(option -> option.path().equals(name) || option.label().equals(name))
                .findFirst();
    }

    /** Not thread-safe. */
    public static final class Builder {
        private final String key;
        private final FieldType type;
        private String label;
        private String platformType;
        private Access access = Access.WRITABLE;
        private boolean required;
        private boolean custom;
        private List<Option> options = List.of();
        private Optional<ObjectType> refersTo = Optional.empty();

        private Builder(String key, FieldType type) {
            this.key = key;
            this.type = type;
            this.label = key;
            this.platformType = type.name();
        }

        public Builder label(String text) {
            label = text;
            return this;
        }

        public Builder platformType(String text) {
            platformType = text;
            return this;
        }

        public Builder access(Access value) {
            access = value;
            return this;
        }

        public Builder required() {
            required = true;
            return this;
        }

        public Builder custom() {
            custom = true;
            return this;
        }

        public Builder options(List<Option> values) {
            options = values;
            return this;
        }

        public Builder refersTo(ObjectType object) {
            refersTo = Optional.of(object);
            return this;
        }

        public FieldDescription build() {
            return new FieldDescription(key, label, type, platformType, access, required, custom, options, refersTo);
        }
    }
}
