package dev.crmmigration.connector.profi.mapping;

import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.record.ContactPoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code emailPoints(list)}: e-mail addresses as a field holds them; the first is primary, spellings of one are one. */
public final class EmailPoints implements MappingFunction {

    @Override
    public String name() {
        return "emailPoints";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) {
        List<ContactPoint> points = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Object argument : arguments) {
            List<?> items = argument instanceof List<?> list ? list : argument == null ? List.of() : List.of(argument);
            for (Object item : items) {
                String address = item.toString().strip();
                if (!address.isEmpty() && seen.add(address.toLowerCase(Locale.ROOT))) {
                    points.add(new ContactPoint(address, "work", points.isEmpty()));
                }
            }
        }
        return points.isEmpty() ? null : points;
    }
}
