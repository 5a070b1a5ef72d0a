package dev.crmmigration.engine.internal.matching;

import java.util.List;
import java.util.Optional;

/**
 * What is known about a field, on either side.
 *
 * @param name how calls name it; a dot separates the parts of a value with parts
 * @param label what people see; the name if nothing else is known
 * @param type what kind of value it takes
 * @param readOnly whether it cannot be written
 * @param refersTo the object that it leads to, if it is a reference and that is known
 * @param options the labels of its pick-list
 * @param samples values as text; empty if there are none
 */
public record FieldFacts(
        String name,
        String label,
        ValueType type,
        boolean readOnly,
        Optional<String> refersTo,
        List<String> options,
        List<String> samples) {

    public FieldFacts {
        options = List.copyOf(options);
        samples = List.copyOf(samples);
    }

    public FieldFacts(String name, String label, ValueType type) {
        this(name, label, type, false, Optional.empty(), List.of(), List.of());
    }

    /** Names the field; the samples are personal data. */
    @Override
    public String toString() {
        return "FieldFacts[" + name + ", " + type + ", " + samples.size() + " samples]";
    }
}
