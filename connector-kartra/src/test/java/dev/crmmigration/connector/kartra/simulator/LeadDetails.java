package dev.crmmigration.connector.kartra.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes {@code lead_details} of the rows of contacts: all ids are texts. Numbers names as they first occur. */
final class LeadDetails {

    private static final List<String> PLAIN = List.of(
            "first_name",
            "middle_name",
            "last_name",
            "email",
            "phone_country_code",
            "phone",
            "ip",
            "ip_country",
            "address",
            "zip",
            "city",
            "state",
            "country",
            "score",
            "source",
            "website",
            "facebook",
            "twitter",
            "linkedin",
            "lead_preferred_time_zone",
            "notes",
            "date_joined");

    private final Inventions inventions;
    private final List<Map<String, String>> definitions;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, String> lists = new LinkedHashMap<>();
    private final Map<String, String> sequences = new LinkedHashMap<>();

    LeadDetails(Inventions inventions, List<Map<String, String>> definitions) {
        this.inventions = inventions;
        this.definitions = List.copyOf(definitions);
    }

    ObjectNode of(String id, Map<String, String> row) {
        ObjectNode lead = Json.object().put("id", id);
        PLAIN.forEach(name -> lead.put(name, row.getOrDefault(name, "")));
        lead.put("blacklisted", "0").put("lead_deleted", "0").put("lead_deleted_date", "0000-00-00 00:00:00");
        lead.put("gdpr_lead_status", row.getOrDefault("gdpr_status", ""));
        customFields(lead.putArray("custom_fields"), row);
        tags(lead.putArray("tags"), id, row);
        for (String name : names(row, "lists")) {
            lead.withArray("lists")
                    .addObject()
                    .put("list_id", number(lists, name))
                    .put("list_name", name)
                    .put("active", inventions.isOn(id, name) ? "1" : "0");
        }
        for (String name : names(row, "sequences")) {
            ObjectNode sequence = lead.withArray("sequences").addObject();
            sequence.put("sequence_id", number(sequences, name)).put("sequence_name", name);
            inventions.position(sequence, id);
        }
        inventions.memberships(lead.putArray("memberships"), id);
        return lead;
    }

    private void tags(ArrayNode tagged, String id, Map<String, String> row) {
        List<String> all = new ArrayList<>(names(row, "tags"));
        if (inventions.hasLaterTag(id)) {
            all.add(Inventions.LATER_TAG);
        }
        for (String name : all) {
            ObjectNode tag = tagged.addObject();
            String number = number(tags, name);
            if (inventions.hasTagIds(id)) {
                tag.put("tag_id", number);
            }
            tag.put("tag_name", name);
        }
    }

    private static String number(Map<String, String> numbers, String name) {
        return numbers.computeIfAbsent(name, any -> String.valueOf(numbers.size() + 1));
    }

    private static List<String> names(Map<String, String> row, String column) {
        String cell = row.getOrDefault(column, "");
        return List.of(cell.split(cell.contains(";") ? ";" : ",", -1)).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals("N/A"))
                .distinct()
                .toList();
    }

    /** All fields are there, also empty ones; those of options hold a list. */
    private void customFields(ArrayNode fields, Map<String, String> row) {
        for (Map<String, String> definition : definitions) {
            String identifier = definition.getOrDefault("field_identifier", "");
            String type = definition.getOrDefault("field_type", "");
            ObjectNode field = fields.addObject();
            field.put("field_identifier", identifier).put("field_type", type);
            String value = row.getOrDefault(identifier, "");
            if (isText(type)) {
                field.put("field_value", value);
            } else {
                ArrayNode chosen = field.putArray("field_value");
                options(definition).stream()
                        .filter(option -> List.of(value.split(";")).contains(option))
                        .forEach(option -> chosen.addObject().put("option_value", option));
            }
        }
    }

    static boolean isText(String type) {
        return type.equals("input_field") || type.equals("text_area");
    }

    static List<String> options(Map<String, String> definition) {
        return List.of(definition.getOrDefault("options", "").split(";", -1)).stream()
                .map(String::strip)
                .filter(option -> !option.isEmpty())
                .toList();
    }

    /** Returns the names of all tags that were given out so far. */
    Iterable<String> tags() {
        return tags.keySet();
    }

    Iterable<String> lists() {
        return lists.keySet();
    }

    Iterable<String> sequences() {
        return sequences.keySet();
    }
}
