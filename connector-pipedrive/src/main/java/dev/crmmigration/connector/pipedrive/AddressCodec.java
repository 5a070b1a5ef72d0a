package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A postal address: one line with everything, and beside it the parts that Pipedrive has a place for. A street is in the
 * line only, since Pipedrive wants street and house number apart, which no source tells apart.
 */
final class AddressCodec implements Codec {

    private static final String SEPARATOR = ", ";

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (!(value instanceof Address raw)) {
            throw UnfitValueException.wrongType(value, "an address");
        }
        Address address = onOneLine(raw);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", line(address));
        put(json, "locality", address.city());
        put(json, "admin_area_level_1", address.region());
        put(json, "postal_code", address.postalCode());
        put(json, "country", address.country());
        return json;
    }

    private static void put(Map<String, Object> json, String part, String text) {
        if (!text.isEmpty()) {
            json.put(part, text);
        }
    }

    private static Address onOneLine(Address address) {
        return new Address(
                lines(address.street()),
                lines(address.city()),
                lines(address.region()),
                lines(address.postalCode()),
                lines(address.country()));
    }

    private static String lines(String text) {
        return text.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Returns the whole address on one line; a street that already is one, such as one that a person wrote, stays. */
    private static String line(Address address) {
        String tail = tail(address);
        if (address.street().isEmpty()) {
            return tail;
        }
        boolean isWhole = tail.contains(SEPARATOR)
                && address.street().length() > tail.length()
                && parts(address).allMatch(address.street()::contains);
        return tail.isEmpty() || isWhole ? address.street() : address.street() + SEPARATOR + tail;
    }

    private static String tail(Address address) {
        return parts(address).collect(Collectors.joining(SEPARATOR));
    }

    private static Stream<String> parts(Address address) {
        return Stream.of(address.city(), address.region(), address.postalCode(), address.country())
                .filter(part -> !part.isEmpty());
    }

    @Override
    public @Nullable Object decode(Object json) {
        Optional<JsonObject> found = JsonObject.of(json);
        if (found.isEmpty()) {
            return null;
        }
        JsonObject object = found.get();
        String city = part(object, "locality");
        String region = part(object, "admin_area_level_1");
        String postalCode = part(object, "postal_code");
        String country = part(object, "country");
        String line = part(object, "value");
        if ((city + region + postalCode + country + line).isEmpty()) {
            return null;
        }
        String tail = Stream.of(city, region, postalCode, country)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(SEPARATOR));
        return new Address(street(line, tail), city, region, postalCode, country);
    }

    private static String part(JsonObject object, String name) {
        return lines(object.text(name).orElse(""));
    }

    private static String street(String line, String tail) {
        if (tail.isEmpty()) {
            return line;
        }
        if (line.equals(tail)) {
            return "";
        }
        String end = SEPARATOR + tail;
        return line.endsWith(end) ? line.substring(0, line.length() - end.length()) : line;
    }
}
