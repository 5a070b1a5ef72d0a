package dev.crmmigration.engine.toy;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.mapping.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A row from the toy source to the toy destination of which everything can be set. */
public final class AdjustableMapping implements ObjectMapping {

    private final String name;
    private final List<Choice> choices = new ArrayList<>();
    private final List<ValueMap> valueMaps = new ArrayList<>();
    private final List<MappingFunction> functions = new ArrayList<>();
    private final List<Function<MappingContext, MappingPart>> parts = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();

    public AdjustableMapping(String name) {
        this.name = name;
    }

    public AdjustableMapping part(MappingPart part) {
        return part(context -> part);
    }

    /** Adds a part that depends on the data or on answers. */
    public AdjustableMapping part(Function<MappingContext, MappingPart> part) {
        parts.add(part);
        return this;
    }

    public AdjustableMapping choice(Choice choice) {
        choices.add(choice);
        return this;
    }

    public AdjustableMapping valueMap(ValueMap map) {
        valueMaps.add(map);
        return this;
    }

    public AdjustableMapping function(MappingFunction function) {
        functions.add(function);
        return this;
    }

    public AdjustableMapping loss(Loss loss) {
        losses.add(loss);
        return this;
    }

    @Override
    public String sourcePlatform() {
        return "toy";
    }

    @Override
    public String destinationPlatform() {
        return "box";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int row() {
        return 1;
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
    public List<Loss> losses() {
        return losses;
    }

    @Override
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return valueMaps;
    }

    @Override
    public List<MappingFunction> functions() {
        return functions;
    }

    @Override
    public List<MappingPart> define(MappingContext context) {
        return parts.stream().map(part -> part.apply(context)).toList();
    }
}
