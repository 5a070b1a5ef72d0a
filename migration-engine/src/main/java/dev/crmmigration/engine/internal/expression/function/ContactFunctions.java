package dev.crmmigration.engine.internal.expression.function;

import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.UserLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People: how to reach them, where they live, which user somebody is. */
final class ContactFunctions {

    static final List<StandardFunction> ALL = List.of(
            StandardFunction.of("contactPoint", 1, 3, ContactFunctions::contactPoint),
            StandardFunction.from("contactPoints", 1, ContactFunctions::contactPoints),
            StandardFunction.of("e164", 2, 3, ContactFunctions::e164),
            StandardFunction.of("address", 5, ContactFunctions::address),
            StandardFunction.of("user", 1, ContactFunctions::user),
            StandardFunction.of("normalEmail", 1, ContactFunctions::normalEmail));

    private ContactFunctions() {}

    private static @Nullable Object contactPoint(Arguments arguments) {
        String value = Texts.stripped(arguments.text(0));
        return value == null
                ? null
                : new ContactPoint(value, Texts.strip(arguments.textOrEmpty(1)), arguments.isTrue(2));
    }

    /** The first that says it is primary is so, else the first of all; of points of one value the first stays. */
    private static @Nullable Object contactPoints(Arguments arguments) {
        Map<String, ContactPoint> points = new LinkedHashMap<>();
        for (Object item : arguments.flat()) {
            if (!(item instanceof ContactPoint point)) {
                throw arguments.problem("all arguments must be contact points. Make them with contactPoint");
            }
            points.merge(
                    point.value().toLowerCase(Locale.ROOT),
                    point,
                    (present, again) ->
                            new ContactPoint(present.value(), present.label(), present.primary() || again.primary()));
        }
        return ListFunctions.orNone(withOnePrimary(List.copyOf(points.values())));
    }

    private static List<ContactPoint> withOnePrimary(List<ContactPoint> points) {
        ContactPoint primary = points.stream()
                .filter(ContactPoint::primary)
                .findFirst()
                .orElse(points.isEmpty() ? null : points.get(0));
        return points.stream()
                .map(point -> new ContactPoint(point.value(), point.label(), point.equals(primary)))
                .toList();
    }

    private static @Nullable Object e164(Arguments arguments) {
        String number = Texts.stripped(arguments.text(1));
        return number == null ? null : PhoneNumber.e164(arguments.textOrEmpty(0), number, arguments.textOrEmpty(2));
    }

    private static @Nullable Object address(Arguments arguments) {
        List<String> parts = List.of(
                part(arguments, 0), part(arguments, 1), part(arguments, 2), part(arguments, 3), part(arguments, 4));
        return parts.stream().allMatch(String::isEmpty)
                ? null
                : new Address(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
    }

    private static String part(Arguments arguments, int index) {
        return Texts.strip(arguments.textOrEmpty(index));
    }

    private static @Nullable Object user(Arguments arguments) {
        String email = normalEmail(arguments);
        return email == null ? null : new UserLink(email);
    }

    private static @Nullable String normalEmail(Arguments arguments) {
        String email = Texts.stripped(arguments.text(0));
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }
}
