package dev.crmmigration.examples.cli.toy;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.util.List;

/** Makes a person of every name. */
public final class NameToPerson implements ObjectMapping {

    public static final String CHOICE = "spelling";

    @Override
    public String sourcePlatform() {
        return "toy";
    }

    @Override
    public String destinationPlatform() {
        return "toybox";
    }

    @Override
    public String name() {
        return "NameToPerson";
    }

    @Override
    public int row() {
        return 1;
    }

    @Override
    public String title() {
        return "Name -> Person";
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.ONE_TO_ONE;
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choice.open(CHOICE, "How are names spelled?", List.of("asTheyAre")));
    }

    @Override
    public List<MappingPart> define(MappingContext context) {
        return List.of(MappingPart.Records.from("name")
                .to("person")
                .set("name", "name")
                .build());
    }
}
