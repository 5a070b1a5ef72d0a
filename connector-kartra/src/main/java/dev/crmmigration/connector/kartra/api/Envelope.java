package dev.crmmigration.connector.kartra.api;

import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import dev.crmmigration.toolkit.http.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer of Kartra. Its status is 200 whatever happened; what did stands at the top, under the name of the command, or in a list of
 * actions, and so does the result, which may be text that holds JSON. (Help 15369014 and 15369017, and public clients.)
 */
final class Envelope {

    /** The type of an answer that says there was an error, but not which. */
    private static final String UNTYPED = "none";

    private final Command command;
    private final List<JsonObject> places = new ArrayList<>();

    private Envelope(Command command) {
        this.command = command;
    }

    /** Reads an answer, whatever it calls its own media type; empty if it is no JSON object. */
    static Optional<Envelope> parse(Command command, String body) {
        return JsonObject.parse(body).map(root -> {
            Envelope envelope = new Envelope(command);
            envelope.add(root);
            return envelope;
        });
    }

    private void add(JsonObject root) {
        actions(root).forEach(action -> {
            action.object(command.word()).ifPresent(places::add);
            places.add(action);
        });
        root.object(command.word()).ifPresent(places::add);
        places.add(root);
    }

    /** PHP writes a list whose numbers have a gap as an object. */
    private static List<JsonObject> actions(JsonObject root) {
        Optional<JsonObject> numbered = root.object("actions");
        return numbered.isEmpty()
                ? root.objects("actions")
                : numbered.get().map().values().stream()
                        .flatMap(action -> JsonObject.of(action).stream())
                        .toList();
    }

    /** Returns the type of the error, the innermost one if several are told; empty if there is none. */
    Optional<String> error() {
        return places.stream()
                .filter(place -> status(place).equalsIgnoreCase("error"))
                .map(place -> place.id("type").orElse(UNTYPED))
                .findFirst();
    }

    /** Tells whether it says what became of the command at all. */
    boolean isAnswer() {
        return result() != null
                || places.stream().anyMatch(place -> !status(place).isEmpty());
    }

    private static String status(JsonObject place) {
        return place.text("status").orElse("");
    }

    /** Returns the result, or {@code null} if there is none. */
    @Nullable
    Object result() {
        for (JsonObject place : places) {
            Object found = place.get(command.result());
            if (found != null) {
                return found instanceof String text ? parsed(text) : found;
            }
        }
        return null;
    }

    private static @Nullable Object parsed(String text) {
        try {
            return Json.parse(text);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    /** Returns the texts of a result that is a list of names. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Object item : items()) {
            if (item instanceof String name && !name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    /** Returns the objects of a result that is a list of them. */
    List<JsonObject> objects() {
        return items().stream().flatMap(item -> JsonObject.of(item).stream()).toList();
    }

    private List<?> items() {
        Object result = result();
        if (result instanceof Map<?, ?> numbered) {
            return List.copyOf(numbered.values());
        }
        return result instanceof List<?> list ? list : List.of();
    }

    /** Leaves out what it holds. */
    @Override
    public String toString() {
        return "Envelope[" + command + "]";
    }
}
