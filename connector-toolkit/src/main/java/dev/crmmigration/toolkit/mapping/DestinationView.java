package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The account at the destination as it is: some fields exist only where a feature is switched on. */
public final class DestinationView {

    private final Catalog catalog;

    public DestinationView(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Tells whether the account has a field of that type, or a custom field of that label, and takes values for it. */
    public boolean takes(String object, String field, FieldType type) {
        return catalog.object(ObjectType.of(object))
                .flatMap(found -> found.named(field))
                .filter(found -> found.type() == type && found.access() != Access.READ_ONLY)
                .isPresent();
    }

    /** Tells whether the account has a field of its own by that key. */
    public boolean has(String object, String field) {
        return field(object, field).isPresent();
    }

    /**
     * Returns how the account labels an option that the platform itself made, such as the status {@code won}; the word
     * itself if the account does not list it.
     */
    public String label(String object, String field, String word) {
        return found(object, field, word).orElse(word);
    }

    /** Returns how the account labels an option, by its key or its label; empty if the account does not list it. */
    public Optional<String> found(String object, String field, String word) {
        return options(object, field).stream()
                .filter(option ->
                        option.key().equalsIgnoreCase(word) || option.label().equalsIgnoreCase(word))
                .map(Option::label)
                .findFirst();
    }

    /** Returns how the account labels the first of these words that it lists; the first itself if it lists none. */
    public String firstFound(String object, String field, String... words) {
        return Stream.of(words)
                .flatMap(word -> found(object, field, word).stream())
                .findFirst()
                .orElse(words[0]);
    }

    /**
     * Returns a value map into a pick-list of the account; what the account does not list is an open question.
     *
     * @param wanted the label that each word is proposed to become
     */
    public ValueMap matching(String map, String object, String field, Map<String, String> wanted) {
        Map<String, String> entries = new LinkedHashMap<>();
        wanted.forEach((word, label) -> found(object, field, label).ifPresent(theirs -> entries.put(word, theirs)));
        return new ValueMap(map, labels(object, field), entries);
    }

    /** The same for words that the account may list as they are. */
    public ValueMap matching(String map, String object, String field, List<String> words) {
        Map<String, String> themselves = new LinkedHashMap<>();
        words.forEach(word -> themselves.put(word, word));
        return matching(map, object, field, themselves);
    }

    /** Returns the labels of a pick-list in the account's order. */
    public List<String> labels(String object, String field) {
        return options(object, field).stream().map(Option::label).distinct().toList();
    }

    /** Returns the stages of a pipeline in the account's order; none if it has no such pipeline. */
    public List<String> stages(String object, String field, String pipeline) {
        return options(object, field).stream()
                .filter(stage -> stage.group().filter(pipeline::equals).isPresent())
                .map(Option::label)
                .toList();
    }

    /** Returns the pipelines that the stages of a field are grouped by, in the account's order. */
    public List<String> pipelines(String object, String field) {
        return options(object, field).stream()
                .flatMap(stage -> stage.group().stream())
                .distinct()
                .toList();
    }

    private List<Option> options(String object, String field) {
        return field(object, field).map(FieldDescription::options).orElse(List.of());
    }

    private Optional<FieldDescription> field(String object, String field) {
        return catalog.object(ObjectType.of(object)).flatMap(found -> found.field(field));
    }
}
