package dev.crmmigration.toolkit.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the queries of addresses apart. */
final class Queries {

    private Queries() {}

    /** Returns the query of an address as it stands, empty if there is none. */
    static String of(String address) {
        int start = address.indexOf('?');
        int end = address.indexOf('#', Math.max(start, 0));
        return start < 0 ? "" : address.substring(start + 1, end < 0 ? address.length() : end);
    }

    /** Returns the parameters of a query, decoded. */
    static Map<String, String> parse(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int between = part.indexOf('=');
            String name = between < 0 ? part : part.substring(0, between);
            if (!name.isEmpty()) {
                parameters.put(decoded(name), between < 0 ? "" : decoded(part.substring(between + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
