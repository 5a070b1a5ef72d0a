package dev.crmmigration.connector.nextcrm.plugin;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file can hold. The names of columns are those of three related plugins (FluentCRM 2.9, Groundhogg 4.7, Jetpack
 * CRM; read 2026-08), since NextCRM has published none.
 */
enum PluginObject {
    CONTACT("contact", "email"),
    COMPANY("account", "name");

    private final String type;
    private final String required;

    PluginObject(String type, String required) {
        this.type = type;
        this.required = required;
    }

    /** A field, and the keys of headers that stand for it. */
    record Field(FieldType type, List<String> names) {

        Field {
            names = List.copyOf(names);
        }

        FieldDescription describe(String key) {
            return FieldDescription.builder(key, key.equals("owner_email") ? FieldType.USER : type)
                    .build();
        }
    }

    String type() {
        return type;
    }

    Map<String, Field> fields() {
        return this == CONTACT ? PluginFields.CONTACTS : PluginFields.COMPANIES;
    }

    /** Returns the field that a header stands for. */
    Optional<String> field(String header, Map<String, String> columns) {
        String chosen = columns.get(header);
        if (chosen != null) {
            return fields().containsKey(chosen) ? Optional.of(chosen) : Optional.empty();
        }
        return fields().entrySet().stream()
                .filter(entry -> entry.getValue().names().contains(header))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean isTold(Set<String> found) {
        return found.contains(required);
    }
}
