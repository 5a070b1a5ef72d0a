package dev.crmmigration.api.source;

import dev.crmmigration.api.catalog.ObjectDescription;
import java.util.List;
import java.util.Optional;

/**
 * What a platform is known to hold before anything of a customer's is there. It is what an estimate and an export checklist
 * are made of.
 *
 * @param objects the objects with the fields that every customer's data have; what a customer made is not among them
 * @param exports the exports that a person makes, parents first; none for a platform that is read by itself
 * @param gaps a sentence each about what this platform never gives
 */
public record SourceOutline(List<ObjectDescription> objects, List<ExportScreen> exports, List<String> gaps) {

    /** The outline of a platform of which nothing is known beforehand. */
    public static final SourceOutline NONE = new SourceOutline(List.of(), List.of(), List.of());

    /** Returns the name of the object that people mean: in singular or plural, in any case. */
    public Optional<String> named(String words) {
        return objects.stream()
                .map(object -> object.type().name())
                .filter(name -> name.equalsIgnoreCase(words)
                        || (name + "s").equalsIgnoreCase(words)
                        || (name.endsWith("y")
                                && (name.substring(0, name.length() - 1) + "ies").equalsIgnoreCase(words)))
                .findFirst();
    }

    public SourceOutline {
        objects = List.copyOf(objects);
        exports = List.copyOf(exports);
        gaps = List.copyOf(gaps);
    }
}
