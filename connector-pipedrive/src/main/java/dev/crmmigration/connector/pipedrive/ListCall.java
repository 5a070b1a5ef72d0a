package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.toolkit.http.HttpRequest;
import java.util.Optional;

/**
 * One call for a page.
 *
 * @param operation which list
 * @param request the whole request
 * @param parent the id of the record whose list it is, if it is not a list of all
 */
record ListCall(Operation operation, HttpRequest request, Optional<String> parent) {

    static ListCall all(Operation operation) {
        return new ListCall(operation, operation.request(), Optional.empty());
    }

    ListCall query(String name, String value) {
        return new ListCall(operation, request.query(name, value), parent);
    }

    ListCall query(String name, long value) {
        return query(name, Long.toString(value));
    }

    /** Returns this call for the page that begins at an offset. */
    ListCall from(long start) {
        return query("start", start);
    }
}
