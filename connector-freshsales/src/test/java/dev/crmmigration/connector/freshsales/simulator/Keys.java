package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The values by which records are found without looking at all of them. Equal values have equal keys. */
final class Keys {

    /** Members with one value that is compared whatever its case. */
    private static final List<String> TEXTS = List.of("name", "external_id", "mobile_number");

    /** Members that name another record. */
    private static final List<String> REFERENCES = List.of("sales_account_id", "parent_sales_account_id");

    private Keys() {}

    static String of(String member, String value) {
        return member + '\u0000' + value.strip().toLowerCase(Locale.ROOT);
    }

    static String of(String member, long value) {
        return member + '\u0000' + value;
    }

    /** The key of what hangs on a record. */
    static String parent(String type, long id) {
        return of("parent", type + "/" + id);
    }

    static List<String> of(ObjectNode record) {
        List<String> keys = new ArrayList<>();
        for (String member : TEXTS) {
            add(keys, member, record.path(member));
        }
        for (String member : REFERENCES) {
            add(keys, member, record.path(member));
        }
        record.path("emails").forEach(email -> {
            add(keys, "emails", email.path("value"));
            if (email.path("is_primary").asBoolean(false)) {
                add(keys, "email", email.path("value"));
            }
        });
        record.path("sales_accounts").forEach(account -> add(keys, "sales_accounts", account.path("id")));
        record.path("contact_ids").forEach(contact -> add(keys, "contacts", contact));
        record.path("list_ids").forEach(list -> add(keys, "lists", list));
        record.path("targetables")
                .forEach(parent -> keys.add(
                        parent(parent.path("type").asText(), parent.path("id").longValue())));
        record.path("custom_field").properties().forEach(field -> add(keys, field.getKey(), field.getValue()));
        return keys;
    }

    private static void add(List<String> keys, String member, JsonNode value) {
        if (value.isTextual()) {
            keys.add(of(member, value.textValue()));
        } else if (value.isNumber()) {
            keys.add(of(member, value.asText()));
        }
    }
}
