package dev.crmmigration.connector.pipedrive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who sees new records. Which ones an account knows depends on its plan (OpenAPI v2, {@code visible_to}). */
enum Visibility {
    /** As the account says for each kind of record: nothing is sent. */
    ACCOUNT(0),
    OWNER(1),
    GROUP(3),
    SUBGROUPS(5),
    EVERYONE(7);

    private final long code;

    Visibility(long code) {
        this.code = code;
    }

    static Optional<Visibility> named(String name) {
        return Arrays.stream(values())
                .filter(visibility -> visibility.settingName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Visibility::settingName).collect(Collectors.joining(", "));
    }

    String settingName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what calls send; empty if nothing. */
    Optional<Long> code() {
        return code == 0 ? Optional.empty() : Optional.of(code);
    }
}
