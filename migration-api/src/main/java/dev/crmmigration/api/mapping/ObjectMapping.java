package dev.crmmigration.api.mapping;

import java.util.List;

/**
 * One row of the table that says what becomes of the objects of one platform on another. Found by {@code
 * ServiceLoader}: public, with a public constructor without arguments, stateless. It names platforms, objects and
 * fields, never an account's keys.
 */
public interface ObjectMapping {

    String sourcePlatform();

    String destinationPlatform();

    /** Returns the row's name, such as {@code ContactToPerson}; unique within the pair of platforms. */
    String name();

    /** Returns the row's number in the pair's table, from 1; 0 for a mapping beyond the table. */
    int row();

    /** Returns what it maps, for people: {@code Contact -> Person}. */
    String title();

    Fidelity fidelity();

    /** Returns what is lost whatever the data are, with what becomes of it. */
    default List<Loss> losses() {
        return List.of();
    }

    /** Returns what the customer must decide. */
    default List<Choice> choices() {
        return List.of();
    }

    /** Returns the value maps that the expressions of this row name; a taxonomy is one, with an entry for every name. */
    default List<ValueMap> valueMaps(MappingContext context) {
        return List.of();
    }

    /** Returns functions that the expressions of this row call beyond the engine's own. */
    default List<MappingFunction> functions() {
        return List.of();
    }

    /** Returns the parts: data, not code. Called when a plan is proposed. */
    List<MappingPart> define(MappingContext context);
}
