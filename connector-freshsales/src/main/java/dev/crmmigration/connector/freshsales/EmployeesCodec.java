package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.IntegerCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number of employees, of which Freshsales keeps a size only (a public test suite against a trial account, 2026-10; the
 * steps are those that its pages offer). Two numbers of one step are the same to it.
 */
final class EmployeesCodec implements Codec {

    private static final Codec NUMBER = new IntegerCodec();
    private static final List<Long> STEPS = List.of(10_001L, 5_001L, 1_001L, 501L, 201L, 51L, 11L, 1L);

    @Override
    public Object encode(FieldDescription field, Object value) {
        return NUMBER.encode(field, value);
    }

    @Override
    public @Nullable Object decode(Object json) {
        return NUMBER.decode(json);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        long number = (Long) encode(field, value);
        long step = STEPS.stream().filter(from -> number >= from).findFirst().orElse(number);
        return number == step ? Stored.as(step) : Stored.losing(step, "size-of-company");
    }
}
