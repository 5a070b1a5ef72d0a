package dev.crmmigration.examples.cli.everything;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.util.List;

/**
 * A row of the table from the invented source to a destination.
 *
 * @param destinationPlatform the destination
 */
record PracticeRow(String destinationPlatform, int row, String name, List<MappingPart> parts) implements ObjectMapping {

    PracticeRow(String destinationPlatform, int row, String name, MappingPart... parts) {
        this(destinationPlatform, row, name, List.of(parts));
    }

    @Override
    public String sourcePlatform() {
        return PracticeMappings.SOURCE;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.ONE_TO_ONE;
    }

    @Override
    public List<MappingPart> define(MappingContext context) {
        return parts;
    }
}
