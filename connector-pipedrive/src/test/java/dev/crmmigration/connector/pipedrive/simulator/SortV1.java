package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a list of v1 is sorted: {@code title ASC, id DESC}. */
final class SortV1 {

    private static final Comparator<JsonNode> BY_VALUE = SortV1::compare;

    private SortV1() {}

    /**
     * Reads the parameter {@code sort}; nothing if the list keeps its own order.
     *
     * @throws ApiException if it names a member that the list cannot be sorted by
     */
    static Optional<Comparator<Row>> parse(String sort, Set<String> members) {
        List<Comparator<ObjectNode>> parts = new ArrayList<>();
        for (String part : sort.split(",", -1)) {
            if (!part.isBlank()) {
                parts.add(part(part.strip().split("\\s+", -1), members));
            }
        }
        return parts.stream().reduce(Comparator::thenComparing).map(order -> Comparator.comparing(Row::record, order));
    }

    private static Comparator<ObjectNode> part(String[] words, Set<String> members) {
        String direction = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "ASC";
        if (words.length > 2
                || !members.contains(words[0])
                || !Set.of("ASC", "DESC").contains(direction)) {
            throw ApiException.badRequest("sort is not valid, the fields are " + String.join(", ", members));
        }
        Comparator<ObjectNode> order = Comparator.comparing(record -> record.path(words[0]), BY_VALUE);
        return direction.equals("ASC") ? order : order.reversed();
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        if (one.isBoolean() && other.isBoolean()) {
            return Boolean.compare(one.booleanValue(), other.booleanValue());
        }
        return text(one).compareTo(text(other));
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText("");
    }
}
