package dev.crmmigration.api.mapping;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a {@link MappingPart.Records}; expressions are given as text. Not thread-safe. */
public final class RecordsBuilder {

    private final ObjectType from;
    private ObjectType to;
    private String part = EffectId.MAIN;
    private Expression where = Expression.always();
    private Optional<Expression> derivedBy = Optional.empty();
    private Optional<Expression> sameAs = Optional.empty();
    private final List<Expression> orderBy = new ArrayList<>();
    private final List<FieldMapping> fields = new ArrayList<>();
    private final List<SchemaElement> schema = new ArrayList<>();

    RecordsBuilder(ObjectType from) {
        this.from = from;
        this.to = from;
    }

    public RecordsBuilder to(String object) {
        to = ObjectType.of(object);
        return this;
    }

    public RecordsBuilder part(String name) {
        part = name;
        return this;
    }

    public RecordsBuilder where(String expression) {
        where = Expression.parse(expression);
        return this;
    }

    public RecordsBuilder derivedBy(String key) {
        derivedBy = Optional.of(Expression.parse(key));
        return this;
    }

    public RecordsBuilder sameAs(String expression) {
        sameAs = Optional.of(Expression.parse(expression));
        return this;
    }

    public RecordsBuilder orderBy(String... expressions) {
        for (String expression : expressions) {
            orderBy.add(Expression.parse(expression));
        }
        return this;
    }

    public RecordsBuilder set(String target, String expression) {
        fields.add(FieldMapping.set(target, expression));
        return this;
    }

    public RecordsBuilder setOrOmit(String target, String expression) {
        fields.add(FieldMapping.setOrOmit(target, expression));
        return this;
    }

    /** Sets a reference; where records wait for each other in a circle, by a second write. */
    public RecordsBuilder setOrLater(String target, String expression) {
        fields.add(FieldMapping.setOrLater(target, expression));
        return this;
    }

    public RecordsBuilder add(String target, String expression) {
        fields.add(FieldMapping.add(target, expression));
        return this;
    }

    public RecordsBuilder needs(SchemaElement element) {
        schema.add(element);
        return this;
    }

    public MappingPart.Records build() {
        return new MappingPart.Records(part, from, to, where, derivedBy, sameAs, orderBy, fields, schema);
    }
}
