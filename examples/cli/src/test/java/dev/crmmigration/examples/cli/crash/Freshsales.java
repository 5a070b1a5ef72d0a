package dev.crmmigration.examples.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.examples.cli.FreshsalesAdmin;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Freshsales: an administrator makes its fields; contacts, accounts and deals go one by one or in jobs.
 *
 * @param bulk what goes in jobs
 */
record Freshsales(String bulk) implements Platform {

    @Override
    public String name() {
        return "freshsales";
    }

    @Override
    public String secret() {
        return "apiKey";
    }

    @Override
    public Map<String, String> simulated() {
        return Map.of("jobSeconds", "1");
    }

    @Override
    public Map<String, String> settings(String address) {
        return Map.of("baseUrl", address + "/crm/sales", "plan", "enterprise", "bulk", bulk);
    }

    @Override
    public Map<String, String> impatient() {
        return Map.of("jobLook", "PT0.3S", "jobPatience", "PT3S");
    }

    @Override
    public String creates() {
        return "/(sales_accounts|contacts|deals|appointments|notes|bulk_upsert)$";
    }

    @Override
    public String lists() {
        return "/(view/[0-9]+|appointments|notes)$";
    }

    @Override
    public void begin(URI simulator) {
        new FreshsalesAdmin(simulator).addUser(Rig.OWNER);
    }

    @Override
    public void administer(URI simulator, JsonNode plan) {
        FreshsalesAdmin admin = new FreshsalesAdmin(simulator);
        admin.addWhatLacks(plan);
        admin.addSourceKey("sales_account");
        admin.addSourceKey("deal");
    }

    @Override
    public List<String> records(JsonNode state) {
        Map<String, String> accounts = new LinkedHashMap<>();
        Map<String, String> contacts = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (JsonNode record : state.path("sales_accounts")) {
            lines.add("account " + record.path("name").asText());
            accounts.put(record.path("id").asText(), record.path("name").asText());
        }
        for (JsonNode record : state.path("contacts")) {
            String email = record.at("/emails/0/value").asText();
            List<String> of = new ArrayList<>();
            record.path("sales_accounts")
                    .forEach(account -> of.add(accounts.get(account.path("id").asText())));
            lines.add("contact " + email + " " + record.path("external_id").asText() + " of " + of);
            contacts.put(record.path("id").asText(), email);
        }
        for (JsonNode record : state.path("deals")) {
            List<String> of = new ArrayList<>();
            record.path("contact_ids").forEach(contact -> of.add(contacts.get(contact.asText())));
            lines.add("deal " + record.path("name").asText() + " "
                    + record.path("amount").asText() + " of "
                    + of + " " + accounts.get(record.path("sales_account_id").asText()));
        }
        for (JsonNode record : state.path("appointments")) {
            lines.add("appointment " + record.path("from_date").asText() + " of " + target(record, contacts));
        }
        for (JsonNode record : state.path("notes")) {
            lines.add("note " + record.path("description").asText() + " of " + target(record, contacts));
        }
        return lines;
    }

    private static List<String> target(JsonNode record, Map<String, String> contacts) {
        return StreamSupport.stream(record.path("targetables").spliterator(), false)
                .map(target -> String.valueOf(contacts.get(target.path("id").asText())))
                .toList();
    }

    /** Nobody makes fields but a person, whose fields stay. */
    @Override
    public int ownFields(JsonNode state) {
        return 0;
    }
}
