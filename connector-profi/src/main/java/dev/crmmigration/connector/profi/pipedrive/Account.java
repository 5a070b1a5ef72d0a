package dev.crmmigration.connector.profi.pipedrive;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;

/** The Pipedrive account as it is: some fields exist only where a feature is switched on. */
final class Account {

    static final String ORGANIZATION = "organization";
    static final String PERSON = "person";
    static final String DEAL = "deal";
    static final String ACTIVITY = "activity";
    static final String NOTE = "note";
    static final String FILE = "file";

    static final String LABELS = "label_ids";

    private final Catalog catalog;

    Account(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Tells whether the account has a system field of that type and takes values for it. */
    boolean takes(String object, String field, FieldType type) {
        return field(object, field)
                .filter(found -> found.type() == type && found.access() != Access.READ_ONLY)
                .isPresent();
    }

    boolean has(String object, String field) {
        return field(object, field).isPresent();
    }

    /**
     * Returns how the account labels an option that Pipedrive itself made, such as the status {@code won}; the word
     * itself if the account does not list it.
     */
    String label(String object, String field, String word) {
        return field(object, field).map(FieldDescription::options).orElse(List.of()).stream()
                .filter(option ->
                        option.key().equalsIgnoreCase(word) || option.label().equalsIgnoreCase(word))
                .map(Option::label)
                .findFirst()
                .orElse(word);
    }

    /** Returns the stages of a pipeline in the account's order; none if it has no such pipeline. */
    List<String> stages(String pipeline) {
        return field(DEAL, "stage_id").map(FieldDescription::options).orElse(List.of()).stream()
                .filter(stage -> stage.group().filter(pipeline::equals).isPresent())
                .map(Option::label)
                .toList();
    }

    private Optional<FieldDescription> field(String object, String field) {
        return catalog.object(ObjectType.of(object)).flatMap(found -> found.field(field));
    }
}
