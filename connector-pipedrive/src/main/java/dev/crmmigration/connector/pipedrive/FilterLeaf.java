package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.connector.pipedrive.OptionPart.PickList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The condition of a filter: a pick-list holds an option. It names the field by the number that v1 has for it.
 *
 * @param object what v1 calls the object whose field it is
 * @param number the field's number
 * @param operator how the field and the value are compared
 * @param fieldName the field as people see it
 * @param value the option's key
 * @param optionLabel the option as people see it
 */
record FilterLeaf(String object, String number, String operator, String fieldName, String value, String optionLabel) {

    private static final String EQUAL = "=";

    /** For labels and sets, "=" asks for exactly this one option (GET /v1/filters/helpers). */
    private static final String CONTAINS = "contains";

    /** Empty if the pick-list or its option is not there. */
    static Optional<FilterLeaf> of(SchemaCache cache, SchemaElement element) {
        return LeadLabelPart.isLabel(element) ? ofLeadLabel(cache, element) : ofPickList(cache, element);
    }

    private static Optional<FilterLeaf> ofLeadLabel(SchemaCache cache, SchemaElement element) {
        Optional<Option> label = SchemaCache.named(cache.leadLabels(), Option::label, wanted(element));
        // The document of v1 does not say what it calls the labels of a lead
        Optional<String> number = Stream.of("label_ids", "label")
                .flatMap(code -> cache.fieldNumber("leadField", code).stream())
                .findFirst();
        return label.flatMap(option ->
                number.map(field -> new FilterLeaf("lead", field, CONTAINS, "Labels", option.key(), option.label())));
    }

    private static Optional<FilterLeaf> ofPickList(SchemaCache cache, SchemaElement element) {
        Optional<PickList> list = OptionPart.pickList(cache, element);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        RemoteField field = list.get().field();
        String object = element.object().name();
        String operator = field.type().equals("enum") ? EQUAL : CONTAINS;
        Optional<Option> option = SchemaCache.named(field.options(), Option::label, wanted(element));
        return option.flatMap(found -> cache.fieldNumber(object + "Field", field.code())
                .map(number -> new FilterLeaf(object, number, operator, field.name(), found.key(), found.label())));
    }

    private static String wanted(SchemaElement element) {
        return element.properties().getOrDefault(SchemaKind.OF_OPTION, "");
    }

    Map<String, Object> json() {
        return Map.of("object", object, "field_id", number, "operator", operator, "value", value);
    }
}
