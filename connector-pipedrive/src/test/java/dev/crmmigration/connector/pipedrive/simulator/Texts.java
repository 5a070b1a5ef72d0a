package dev.crmmigration.connector.pipedrive.simulator;

import java.util.Locale;

/** Compares texts as searches do. */
final class Texts {

    private Texts() {}

    static boolean containsIgnoringCase(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
