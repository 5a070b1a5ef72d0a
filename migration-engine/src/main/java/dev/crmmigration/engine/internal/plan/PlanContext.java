package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.snapshot.FieldValues;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What the rows of a pair look at when they say what becomes of records. */
record PlanContext(Catalog source, Catalog destination, Data data, Function<String, String> answers)
        implements MappingContext {

    /** The values of the records. */
    interface Data {

        List<String> distinct(ObjectType type, String field);

        long filled(ObjectType type, String field);

        static Data of(FieldValues values) {
            return new Data() {
                @Override
                public List<String> distinct(ObjectType type, String field) {
                    return values.distinct(type, field);
                }

                @Override
                public long filled(ObjectType type, String field) {
                    return values.filled(type, field);
                }
            };
        }

        /** Returns data of which only the number of records is known. */
        static Data of(ToLongFunction<ObjectType> counts) {
            return new Data() {
                @Override
                public List<String> distinct(ObjectType type, String field) {
                    return List.of();
                }

                @Override
                public long filled(ObjectType type, String field) {
                    return counts.applyAsLong(type);
                }
            };
        }
    }

    @Override
    public String answer(String choice) {
        return answers.apply(choice);
    }

    @Override
    public List<String> distinct(ObjectType type, String field) {
        return data.distinct(type, field);
    }

    @Override
    public long filled(ObjectType type, String field) {
        return data.filled(type, field);
    }
}
