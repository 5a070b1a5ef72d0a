package dev.crmmigration.engine.internal.linkage;

import dev.crmmigration.api.catalog.ObjectDescription;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an object holds, told by its name, as far as it can be there twice. */
public enum Kind {
    CONTACT("(contact|person|people|lead|customer|client|subscriber|member|patient|prospect)s?"),
    COMPANY("compan(y|ies)|(organi[sz]ation|account|business|employer|firm)s?");

    private final Pattern names;

    Kind(String names) {
        this.names = Pattern.compile(names);
    }

    /** Tells what an object holds; empty if it is neither people nor companies, or has nothing to compare them by. */
    public static Optional<Kind> of(ObjectDescription object) {
        String name = object.type().name().toLowerCase(Locale.ROOT);
        for (Kind kind : values()) {
            if (kind.names.matcher(name).matches()) {
                Set<Part> parts = FieldParts.of(object, kind).parts();
                boolean isTold = parts.contains(Part.EMAIL)
                        || parts.contains(Part.PHONE)
                        || parts.contains(Part.NAME)
                        || parts.contains(Part.LAST_NAME);
                return isTold ? Optional.of(kind) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Returns the word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
