package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.codec.Ids;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of one object stand in JSON: custom ones in an object of their own, amounts beside the id of their
 * currency, parents by type and id, and some under another name when written than when read.
 */
final class Wire {

    private static final String CUSTOM = "custom_field";
    private static final String AMOUNT = "amount";
    private static final String CURRENCY_ID = "currency_id";
    private static final String STAGE = "deal_stage_id";
    private static final String PIPELINE = "deal_pipeline_id";
    private static final String CONTACTS = "contacts";
    private static final String ATTENDEES = "appointment_attendees";

    private final FreshsalesObject kind;
    private final OptionLists options;

    Wire(FreshsalesObject kind, OptionLists options) {
        this.kind = kind;
        this.options = options;
    }

    /**
     * Puts the JSON of fields where calls have it.
     *
     * @param errors gets what turns out not to fit
     */
    Map<String, @Nullable Object> outgoing(Map<FieldDescription, @Nullable Object> trees, List<FieldError> errors) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Map<String, @Nullable Object> custom = new LinkedHashMap<>();
        trees.forEach((field, tree) -> {
            if (field.custom()) {
                custom.put(field.key(), tree);
            } else {
                put(json, field.key(), tree, errors);
            }
        });
        if (!custom.isEmpty()) {
            json.put(CUSTOM, custom);
        }
        return json;
    }

    private void put(Map<String, @Nullable Object> json, String key, @Nullable Object tree, List<FieldError> errors) {
        if (Parents.isParent(kind, key)) {
            if (tree != null) {
                json.put("targetable_type", Parents.model(key));
                json.put("targetable_id", tree);
            }
            return;
        }
        switch (kind.envelope() + "." + key) {
            case "deal.amount" -> putAmount(json, tree, errors);
            case "deal.contacts" -> json.put("contacts_added_list", ids(tree));
            case "deal.deal_stage_id" -> {
                json.put(STAGE, tree);
                options.pipelineOf(String.valueOf(tree)).ifPresent(id -> json.put(PIPELINE, Long.valueOf(id)));
            }
            case "appointment.appointment_attendees" ->
                json.put("appointment_attendees_attributes", attendees(ids(tree)));
            case "phone_call.note" -> json.put(key, tree == null ? null : Map.of("description", tree));
            default -> json.put(key, tree);
        }
    }

    private void putAmount(Map<String, @Nullable Object> json, @Nullable Object tree, List<FieldError> errors) {
        JsonObject parts = JsonObject.of(tree).orElse(JsonObject.EMPTY);
        json.put(AMOUNT, parts.get(AmountCodec.VALUE));
        parts.text(AmountCodec.CURRENCY)
                .ifPresent(code -> options.currencyId(code)
                        .ifPresentOrElse(
                                id -> json.put(CURRENCY_ID, Long.valueOf(id)),
                                () -> errors.add(new FieldError(
                                        AMOUNT,
                                        "NO_SUCH_CURRENCY",
                                        "The account has no such active currency. Ask an admin to add it (Admin settings >"
                                                + " Currencies), or map the amount to another one."))));
    }

    private static List<Object> ids(@Nullable Object tree) {
        List<Object> ids = new ArrayList<>();
        if (tree instanceof List<?> list) {
            for (Object item : list) {
                JsonObject link = JsonObject.of(item).orElse(JsonObject.EMPTY);
                link.integer("id").or(() -> link.integer("attendee_id")).ifPresent(ids::add);
            }
        }
        return ids;
    }

    private static List<Object> attendees(List<Object> ids) {
        return ids.stream()
                .<Object>map(id -> Map.of("attendee_type", "Contact", "attendee_id", id.toString()))
                .toList();
    }

    /**
     * Collects the JSON of fields from where answers have it; a field of which the answer does not speak is left out.
     *
     * @param parent the record under which it was asked for, if the JSON may not say
     */
    Map<String, @Nullable Object> incoming(
            JsonObject json, Collection<FieldDescription> fields, Optional<RecordRef> parent) {
        JsonObject custom = json.object(CUSTOM).orElse(JsonObject.EMPTY);
        Optional<RecordRef> on = kind.hangs() ? Parents.of(json).or(() -> parent) : Optional.empty();
        Map<String, @Nullable Object> trees = new LinkedHashMap<>();
        for (FieldDescription field : fields) {
            String key = field.key();
            if (field.custom()) {
                trees.put(key, custom.get(key));
            } else if (Parents.isParent(kind, key)) {
                on.filter(ref -> Parents.field(ref.type()).equals(Optional.of(key)))
                        .ifPresentOrElse(ref -> trees.put(key, ref.id()), () -> trees.put(key, null));
            } else {
                take(json, key, trees);
            }
        }
        return trees;
    }

    private void take(JsonObject json, String key, Map<String, @Nullable Object> trees) {
        switch (kind.envelope() + "." + key) {
            case "deal.amount" -> trees.put(key, amount(json));
            case "deal.contacts" -> takeContacts(json, trees);
            case "contact.emails" -> trees.put(key, emails(json));
            case "appointment.appointment_attendees" -> takeAttendees(json, trees);
            case "document.file_size" -> trees.put(key, json.get("content_file_size"));
            case "document.name" ->
                trees.put(
                        key,
                        json.text("name")
                                .or(() -> json.text("content_file_name"))
                                .orElse(null));
            case "task.status" -> trees.put(key, status(json));
            default -> {
                if (json.map().containsKey(key)) {
                    trees.put(key, json.get(key));
                }
            }
        }
    }

    private @Nullable Object amount(JsonObject json) {
        Object amount = json.get(AMOUNT);
        Optional<String> currency = json.id(CURRENCY_ID).flatMap(options::currencyCode);
        return amount == null || currency.isEmpty()
                ? null
                : Map.of(AmountCodec.VALUE, amount, AmountCodec.CURRENCY, currency.get());
    }

    /** Contacts come only where they were asked for: as ids in the deal, the contacts themselves beside it. */
    private static void takeContacts(JsonObject json, Map<String, @Nullable Object> trees) {
        if (json.get("contact_ids") instanceof List<?> ids) {
            List<Object> links = new ArrayList<>();
            ids.forEach(id -> {
                if (id instanceof Long number) {
                    links.add(Map.of("id", number, "is_primary", links.isEmpty()));
                }
            });
            trees.put(CONTACTS, links);
        }
    }

    /** The list is there if it was asked for; older answers hold the primary address alone. */
    private static @Nullable Object emails(JsonObject json) {
        if (json.get("emails") instanceof List<?> list) {
            return list;
        }
        return json.text("email")
                .<Object>map(email -> List.of(Map.of("value", email, "is_primary", true)))
                .orElse(null);
    }

    private static void takeAttendees(JsonObject json, Map<String, @Nullable Object> trees) {
        if (!json.map().containsKey(ATTENDEES)) {
            return;
        }
        List<Object> links = new ArrayList<>();
        for (JsonObject attendee : json.objects(ATTENDEES)) {
            String id = Ids.text(attendee.get("attendee_id"));
            if (id != null && attendee.text("attendee_type").equals(Optional.of("Contact"))) {
                links.add(Map.of("attendee_id", id, "is_primary", links.isEmpty()));
            }
        }
        trees.put(ATTENDEES, links);
    }

    private static @Nullable Object status(JsonObject json) {
        Object status = json.get("status");
        return status instanceof Boolean done ? Long.valueOf(done ? 1 : 0) : status;
    }
}
