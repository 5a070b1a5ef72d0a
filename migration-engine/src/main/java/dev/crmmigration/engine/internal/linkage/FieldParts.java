package dev.crmmigration.engine.internal.linkage;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which fields of an object say what, by their names and types. */
public final class FieldParts {

    /** Fields about somebody else than the record's own person or company. */
    private static final Pattern FOREIGN =
            Pattern.compile("(owner|assigned|user|created|updated|modified|referr|gdpr|affiliate|assistant|ip)_?.*");

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Set<FieldType> PLAIN = Set.of(
            FieldType.TEXT,
            FieldType.LONG_TEXT,
            FieldType.CONTACT_POINTS,
            FieldType.CHOICE,
            FieldType.INTEGER,
            FieldType.DATE,
            FieldType.ADDRESS);

    private final Map<Part, List<String>> fields;
    private final List<String> addresses;

    private FieldParts(Map<Part, List<String>> fields, List<String> addresses) {
        this.fields = fields;
        this.addresses = addresses;
    }

    static FieldParts of(ObjectDescription object, Kind kind) {
        Map<Part, List<String>> fields = new EnumMap<>(Part.class);
        List<String> addresses = new ArrayList<>();
        for (FieldDescription field : object.fields()) {
            if (field.type() == FieldType.ADDRESS) {
                addresses.add(field.key());
            } else if (PLAIN.contains(field.type())) {
                part(field, kind)
                        .ifPresent(part -> fields.computeIfAbsent(part, unused -> new ArrayList<>())
                                .add(field.key()));
            }
        }
        return new FieldParts(fields, addresses);
    }

    /** Returns the e-mail fields of any object that are about the record itself. */
    public static List<String> emails(ObjectDescription object) {
        return of(object, Kind.CONTACT).keys(Part.EMAIL);
    }

    private static Optional<Part> part(FieldDescription field, Kind kind) {
        return part(words(field.key()), kind).or(() -> part(words(field.label()), kind));
    }

    private static Optional<Part> part(String name, Kind kind) {
        if (FOREIGN.matcher(name).matches() || name.contains("fax")) {
            return Optional.empty();
        }
        for (Part part : Part.values()) {
            boolean isItsOwn = kind == Kind.COMPANY && part == Part.COMPANY;
            if (part.isNamed(name)) {
                return Optional.of(isItsOwn ? Part.NAME : part);
            }
        }
        return Optional.empty();
    }

    /** Returns a name in small letters with underscores between its words. */
    public static String words(String name) {
        String split = CAMEL.matcher(name.strip()).replaceAll("_").toLowerCase(Locale.ROOT);
        return OTHER.matcher(split).replaceAll("_");
    }

    Set<Part> parts() {
        return fields.keySet();
    }

    List<String> keys(Part part) {
        return fields.getOrDefault(part, List.of());
    }

    List<String> addresses() {
        return addresses;
    }

    /** Returns all fields that are compared, by what they say. */
    List<String> compared() {
        Map<String, Boolean> names = new LinkedHashMap<>();
        fields.values().forEach(keys -> keys.forEach(key -> names.put(key, true)));
        addresses.forEach(key -> names.put(key, true));
        return List.copyOf(names.keySet());
    }
}
