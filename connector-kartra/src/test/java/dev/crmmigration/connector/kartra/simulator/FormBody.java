package dev.crmmigration.connector.kartra.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of a form, with names such as {@code actions[0][cmd]}. */
final class FormBody {

    private final Map<String, String> values = new LinkedHashMap<>();

    FormBody(byte[] body) {
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Returns a value; empty text if it is absent. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns the commands in their order, with the number of each. */
    List<Integer> actions() {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; has("actions[" + number + "][cmd]"); number++) {
            numbers.add(number);
        }
        return numbers;
    }

    /** Returns a parameter of a command. */
    String of(int action, String name) {
        return get("actions[" + action + "][" + name + "]");
    }
}
