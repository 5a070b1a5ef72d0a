package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field as the account lists it.
 *
 * @param name what calls name it; for custom fields begins with {@code cf_}
 * @param label what people see
 * @param type Freshsales' type
 * @param custom whether the customer made it
 * @param required whether the account's form demands it
 * @param choices the texts that can be chosen, by id
 */
record RemoteField(String name, String label, String type, boolean custom, boolean required, List<Option> choices) {

    RemoteField {
        choices = List.copyOf(choices);
    }

    static Optional<RemoteField> of(JsonObject json) {
        return json.text("name")
                .map(name -> new RemoteField(
                        name,
                        json.text("label").orElse(name),
                        json.text("type").orElse(""),
                        isCustom(json, name),
                        json.isSet("required"),
                        choices(json)));
    }

    private static boolean isCustom(JsonObject json, String name) {
        return json.get("default") == null ? name.startsWith("cf_") : !json.isSet("default");
    }

    private static List<Option> choices(JsonObject json) {
        List<Option> choices = new ArrayList<>();
        json.objects("choices")
                .forEach(choice -> choice.text("value")
                        .ifPresent(
                                value -> choices.add(Option.of(choice.id("id").orElse(value), value))));
        return choices;
    }

    /** Returns the choices of a custom field, whose values are the texts themselves. */
    List<Option> texts() {
        return choices.stream()
                .map(choice -> Option.of(choice.label(), choice.label()))
                .toList();
    }
}
