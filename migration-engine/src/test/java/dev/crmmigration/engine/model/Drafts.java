package dev.crmmigration.engine.model;

import dev.crmmigration.engine.model.SourceData.Customer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the mappings make of a source, said once more and as simply as it can be said. */
final class Drafts {

    /** A reference to what another thing becomes. */
    record Link(String key) {}

    private final Map<String, Map<String, Object>> drafts = new LinkedHashMap<>();

    Drafts(SourceData source) {
        source.customers()
                .values()
                .forEach(customer -> customer.companyKey()
                        .ifPresent(key -> drafts.computeIfAbsent("company:" + key, any -> company(customer))));
        source.customers().forEach((number, customer) -> drafts.put("person:" + number, person(customer)));
        source.notes().forEach((number, note) -> {
            Map<String, Object> fields = new TreeMap<>();
            fields.put("text", note.text());
            fields.put("person", new Link("person:" + note.customer()));
            drafts.put("note:" + number, fields);
        });
    }

    private static Map<String, Object> company(Customer customer) {
        Map<String, Object> fields = new TreeMap<>();
        Optional.ofNullable(customer.company()).ifPresent(name -> fields.put("name", name));
        return fields;
    }

    private static Map<String, Object> person(Customer customer) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("name", customer.name());
        Optional.ofNullable(customer.phone()).ifPresent(phone -> fields.put("phone", phone));
        Optional.ofNullable(customer.owner()).ifPresent(owner -> fields.put("owner", World.userKey(owner)));
        Optional.ofNullable(customer.boss()).ifPresent(boss -> fields.put("boss", new Link("person:" + boss)));
        customer.companyKey().ifPresent(key -> fields.put("company", new Link("company:" + key)));
        return fields;
    }

    /** Returns all drafts by key, in the order in which the plan names them. */
    Map<String, Map<String, Object>> all() {
        return drafts;
    }

    boolean has(String key) {
        return drafts.containsKey(key);
    }

    Map<String, Object> of(String key) {
        return drafts.getOrDefault(key, Map.of());
    }
}
