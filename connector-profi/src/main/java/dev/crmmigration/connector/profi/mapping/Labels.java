package dev.crmmigration.connector.profi.mapping;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the names of custom fields. */
public final class Labels {

    private Labels() {}

    /** Returns the name of the field for a column: {@code website_url} becomes {@code Website_URL__c}. */
    public static String of(String column) {
        return Stream.of(column.split("_")).map(Labels::word).collect(Collectors.joining("_")) + "__c";
    }

    private static String word(String word) {
        return switch (word) {
            case "url" -> "URL";
            case "linkedin" -> "LinkedIn";
            default -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        };
    }
}
