package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of one side: types, labels, and how many records have a value. */
final class Fields {

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Long> filled = new HashMap<>();

    private Fields() {}

    static Fields ofSource(Evidence evidence) {
        Fields fields = new Fields();
        each(evidence.profile().path("objects"))
                .forEach(object -> each(object.path("fields")).forEach(field -> {
                    String name = object.path("object").asText() + "."
                            + field.path("field").asText();
                    fields.types.put(name, Words.plain(field.path("type").asText()));
                    fields.filled.put(name, field.path("filled").asLong());
                }));
        return fields;
    }

    /** The account as it was when the plan was checked last, and what the plan adds to it. */
    static Fields ofDestination(Evidence evidence) {
        Fields fields = new Fields();
        each(evidence.report("destination").path("objects"))
                .forEach(object -> each(object.path("fields")).forEach(field -> {
                    String type = Words.plain(field.path("type").asText());
                    for (String key : Set.of("key", "label")) {
                        String name = object.path("type").asText() + "."
                                + field.path(key).asText();
                        fields.types.put(name, type);
                        fields.labels.put(name, field.path("label").asText());
                    }
                }));
        each(evidence.forecast().path("schema"))
                .filter(element -> element.path("kind").asText().equals("FIELD"))
                .forEach(element -> fields.types.putIfAbsent(
                        element.path("object").asText() + "."
                                + element.path("label").asText(),
                        Words.plain(element.path("properties").path("type").asText())));
        return fields;
    }

    String types(Set<String> names) {
        return names.stream()
                .map(name -> types.getOrDefault(name, ""))
                .filter(type -> !type.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    String label(String name) {
        return labels.getOrDefault(name, name.substring(name.indexOf('.') + 1));
    }

    /** Returns how many records have a value in the fullest of some fields. */
    long filled(Set<String> names) {
        return names.stream()
                .mapToLong(name -> filled.getOrDefault(name, 0L))
                .max()
                .orElse(0);
    }
}
