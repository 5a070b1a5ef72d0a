package dev.crmmigration.connector.freshsales;

import dev.crmmigration.toolkit.http.HttpRequest;
import java.util.regex.Pattern;

/**
 * One call of the API, still without key.
 *
 * @param where method and path without an id, for messages
 * @param request below the alias
 */
record Call(String where, HttpRequest request) {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]+");

    /** Returns a call; {@code {id}} in the path stands for the id. */
    static Call of(String method, String path, String id) {
        if (!SAFE.matcher(id).matches()) {
            throw new IllegalArgumentException("an id of Freshsales holds letters, digits, - and _ only");
        }
        return new Call(method + " /api/" + path, HttpRequest.of(method, "/api/" + path.replace("{id}", id)));
    }

    static Call get(String path) {
        return new Call("GET /api/" + path, HttpRequest.of("GET", "/api/" + path));
    }

    static Call post(String path, Object json) {
        return new Call(
                "POST /api/" + path, HttpRequest.of("POST", "/api/" + path).json(json));
    }

    Call json(Object json) {
        return new Call(where, request.json(json));
    }

    Call query(String name, String value) {
        return new Call(where, request.query(name, value));
    }

    Call query(String name, long value) {
        return query(name, Long.toString(value));
    }
}
