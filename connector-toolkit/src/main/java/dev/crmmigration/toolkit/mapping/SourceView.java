package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was read from the source and what the customer decided: objects and columns differ from business to business. A
 * source extends it by the names of its objects.
 */
public abstract class SourceView {

    private final MappingContext context;

    protected SourceView(MappingContext context) {
        this.context = context;
    }

    public final boolean has(String object) {
        return description(object).isPresent();
    }

    public final boolean has(String object, String column) {
        return description(object).flatMap(found -> found.field(column)).isPresent();
    }

    /** Tells whether at least one record has a value in the column. */
    public final boolean fills(String object, String column) {
        return has(object, column) && context.filled(ObjectType.of(object), column) > 0;
    }

    /** Returns the expression of a column; of one that there is not, the expression without a value. */
    public final String column(String object, String column) {
        return has(object, column) ? Expressions.column(column) : "null";
    }

    /** Returns the expressions of columns, with commas between. */
    public final String columns(String object, String... columns) {
        return Stream.of(columns).map(column -> column(object, column)).collect(Collectors.joining(", "));
    }

    public final List<FieldDescription> columns(String object) {
        return description(object).map(ObjectDescription::fields).orElse(List.of());
    }

    /** Returns the labels of a pick-list in the order of the source. */
    public final List<String> options(String object, String column) {
        return description(object)
                .flatMap(found -> found.field(column))
                .map(FieldDescription::options)
                .orElse(List.of())
                .stream()
                .map(Option::label)
                .toList();
    }

    /** Returns the distinct values of a column, sorted; none if there is no such column. */
    public final List<String> distinct(String object, String column) {
        return has(object, column) ? context.distinct(ObjectType.of(object), column) : List.of();
    }

    public final String answer(Choice choice) {
        return context.answer(choice.name());
    }

    public final boolean chose(Choice choice, String option) {
        return answer(choice).equals(option);
    }

    /** Returns the items of an answer that is a list with commas; nothing for {@link CommonChoices#NONE}. */
    public final List<String> answers(Choice choice) {
        return Stream.of(answer(choice).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty() && !item.equals(CommonChoices.NONE))
                .distinct()
                .toList();
    }

    private Optional<ObjectDescription> description(String object) {
        return context.source().object(ObjectType.of(object));
    }
}
