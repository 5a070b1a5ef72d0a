package dev.crmmigration.toolkit.http;

import dev.crmmigration.api.connector.Secret;
import java.util.regex.Pattern;

/** What a header may hold. OkHttp names the value of a header that it refuses; so nothing that it would refuse gets there. */
final class HeaderValues {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    private HeaderValues() {}

    static boolean isFit(Secret value) {
        return VISIBLE.matcher(value.reveal()).matches();
    }

    static void check(String name, Secret value) {
        if (!isFit(value)) {
            throw new IllegalArgumentException("header " + name + " may hold visible ASCII characters only");
        }
    }
}
