package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field as the account lists it.
 *
 * @param code what calls name it; a random hash for custom fields
 * @param name what people see
 * @param type Pipedrive's type
 * @param custom whether the customer made it
 * @param options its options, in order
 */
record RemoteField(String code, String name, String type, boolean custom, List<Option> options) {

    RemoteField {
        options = List.copyOf(options);
    }

    /** Reads a field of a v2 list; empty if it has no code. */
    static Optional<RemoteField> of(JsonObject json) {
        return json.text("field_code")
                .map(code -> new RemoteField(
                        code,
                        json.text("field_name").orElse(code),
                        json.text("field_type").orElse(""),
                        json.isSet("is_custom_field"),
                        options(json)));
    }

    private static List<Option> options(JsonObject json) {
        return optionsOf(json.objects("options"));
    }

    static List<Option> optionsOf(List<JsonObject> list) {
        List<Option> options = new ArrayList<>();
        for (JsonObject option : list) {
            Optional<String> id = option.id("id");
            Optional<String> label = option.text("label");
            if (id.isPresent() && label.isPresent()) {
                options.add(Option.of(id.get(), label.get()));
            }
        }
        return options;
    }

    /** Tells whether it holds the labels of its object; accounts differ in what they call that field. */
    boolean isLabels() {
        return !custom && (code.equals("label_ids") || code.equals("label"));
    }

    RemoteField withOption(Option option) {
        List<Option> more = new ArrayList<>(options);
        more.add(option);
        return new RemoteField(code, name, type, custom, more);
    }
}
