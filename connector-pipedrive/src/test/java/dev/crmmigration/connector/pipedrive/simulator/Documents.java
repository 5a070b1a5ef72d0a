package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the documents of records as a request wants them. Costs nothing where the stored document will do. */
final class Documents {

    private final Account account;
    private final Table table;
    private final @Nullable CustomFields customFields;
    private final Set<String> optional;

    Documents(Account account, Entity entity) {
        this.account = account;
        this.table = entity.table();
        this.customFields = entity.customFields();
        this.optional = entity.optionalFields();
    }

    /** Returns the document without values of fields and options that are gone. */
    byte[] of(Row row) {
        if (customFields == null || row.cleanedAt() == version()) {
            return row.document();
        }
        ObjectNode record = customFields.cleaned(row.record());
        return table.rewrite(record, version()).document();
    }

    /** Returns a copy of the record that may be changed. */
    ObjectNode record(Row row) {
        return Json.parseOwn(of(row));
    }

    /** Returns the version of the fields that records stored now agree with. */
    int version() {
        return customFields == null ? 0 : customFields.catalog().removals();
    }

    /** Returns the document as the parameters {@code custom_fields} and {@code include_...} of the request want it. */
    byte[] of(Row row, Map<String, String> query) {
        boolean withOptions = QueryValues.flag(query, "include_option_labels", new Checks());
        boolean withLabels = QueryValues.flag(query, "include_labels", new Checks());
        String wanted = query.get("custom_fields");
        List<String> included = QueryValues.choices(query, "include_fields", optional, new Checks());
        boolean asIs = !withOptions && !withLabels && wanted == null && included.isEmpty();
        if (asIs || customFields == null) {
            return of(row);
        }
        ObjectNode record = record(row);
        new OptionalFields(account).add(record, table.name(), row.id(), included);
        if (record.path("custom_fields") instanceof ObjectNode values) {
            if (wanted != null) {
                values.retain(List.of(wanted.split(",", -1)));
            }
            if (withOptions) {
                nameOptions(customFields.catalog(), values);
            }
        }
        if (withLabels) {
            Field labels = Labels.field(account, customFields.catalog());
            record.set("labels", labels == null ? null : named(labels, record.path("label_ids")));
        }
        return Json.bytes(record);
    }

    private static void nameOptions(FieldCatalog catalog, ObjectNode values) {
        values.properties().forEach(value -> {
            Field field = catalog.find(value.getKey());
            if (field != null && field.type().equals("enum")) {
                value.setValue(named(field, Json.MAPPER.createArrayNode().add(value.getValue()))
                        .path(0));
            } else if (field != null && field.type().equals("set")) {
                value.setValue(named(field, value.getValue()));
            }
        });
    }

    private static ArrayNode named(Field field, JsonNode ids) {
        ArrayNode named = Json.MAPPER.createArrayNode();
        for (JsonNode id : ids) {
            ObjectNode option = field.option(id.longValue());
            if (option != null) {
                ObjectNode shown = named.addObject();
                shown.set("id", id);
                shown.set("label", option.get("label"));
            }
        }
        return named;
    }
}
