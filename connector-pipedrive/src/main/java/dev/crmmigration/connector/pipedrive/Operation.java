package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.toolkit.destination.Table;
import dev.crmmigration.toolkit.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of the API: where it goes and what it costs. The table {@code prices.tsv} is the only source of both, for the
 * calls themselves and for what they are said to cost.
 *
 * @param name ours, such as {@code person.create}
 * @param method the HTTP method
 * @param version {@code v1} or {@code v2}
 * @param path the path below the version, with a placeholder in braces for every id
 * @param tokens what it takes from the daily budget
 */
record Operation(String name, String method, String version, String path, long tokens) {

    private static final Map<String, Operation> ALL = read();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]+");

    private static Map<String, Operation> read() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        Table.rows(Operation.class, "prices.tsv").forEach(row -> {
            Operation operation =
                    new Operation(row.get(0), row.get(1), row.get(2), row.get(3), Long.parseLong(row.get(4)));
            operations.put(operation.name, operation);
        });
        return Map.copyOf(operations);
    }

    static Map<String, Operation> all() {
        return ALL;
    }

    static Operation named(String name) {
        Operation operation = ALL.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("the price table has no operation " + name);
        }
        return operation;
    }

    /** Returns the request for one record or field, or for what lies under it: an id for every placeholder. */
    HttpRequest request(String... ids) {
        String place = path;
        for (String id : ids) {
            if (!SAFE.matcher(id).matches()) {
                throw new IllegalArgumentException("an id of Pipedrive holds letters, digits, - and _ only");
            }
            place = PLACEHOLDER.matcher(place).replaceFirst(Matcher.quoteReplacement(id));
        }
        if (place.indexOf('{') >= 0) {
            throw new IllegalArgumentException(where() + " needs more ids than it was given");
        }
        return HttpRequest.of(method, prefix() + place);
    }

    private String prefix() {
        return version.equals("v2") ? "/api/v2" : "/v1";
    }

    /** Returns what messages call it: method and path without an id. */
    String where() {
        return method + " " + prefix() + path;
    }
}
