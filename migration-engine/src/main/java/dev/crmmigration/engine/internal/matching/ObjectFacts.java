package dev.crmmigration.engine.internal.matching;

import java.util.Comparator;
import java.util.List;

/**
 * What is known about an object, on either side. Its fields stand in the order of their names, so that nothing depends on
 * the order in which a platform lists them.
 */
public record ObjectFacts(String name, Kind kind, List<FieldFacts> fields) {

    public ObjectFacts {
        fields = fields.stream().sorted(Comparator.comparing(FieldFacts::name)).toList();
    }
}
