package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Random;

/** Fills an account with invented records, the same ones for the same seed. */
final class InventedRecords {

    private static final List<String> COLOURS =
            List.of("Amber", "Blue", "Copper", "Green", "Ivory", "Jade", "Olive", "Ruby", "Silver", "Teal");
    private static final List<String> TRADES = List.of(
            "Bakery", "Bikes", "Books", "Clinic", "Coaching", "Foundry", "Gardens", "Optics", "Studio", "Works");
    private static final List<String> OBJECTS =
            List.of("organizations", "persons", "deals", "activities", "notes", "products", "leads", "files");

    private final Company company;
    private final Account account;
    private final Random random;

    InventedRecords(Company company) {
        this.company = company;
        this.account = company.account();
        this.random = new Random(account.seed());
    }

    /** Adds so many records of each object; returns how many there are now. */
    ObjectNode add(JsonNode amounts) {
        amounts.fieldNames().forEachRemaining(object -> {
            if (!OBJECTS.contains(object)) {
                throw new IllegalArgumentException("records of " + object + " cannot be invented, only of " + OBJECTS);
            }
        });
        ObjectNode present = Json.object();
        for (String object : OBJECTS) {
            for (int i = amounts.path(object).asInt(0); i > 0; i--) {
                add(object);
            }
            present.put(object, account.table(object).live().size());
        }
        return present;
    }

    private void add(String object) {
        long number = account.table(object).lastId() + 1;
        if (object.equals("notes")) {
            company.notes()
                    .create(link(
                            Json.object().put("content", "<p>Invented note " + number + "</p>"),
                            "persons",
                            "person_id"));
            return;
        }
        company.editable(account.table(object)).create(parameters(object, number));
    }

    private ObjectNode parameters(String object, long number) {
        return switch (object) {
            case "organizations" -> organization(number);
            case "persons" -> link(person(number), "organizations", "org_id");
            case "leads" -> lead(number);
            case "files" -> link(file(number), "persons", "person_id");
            case "products" -> product(number);
            case "deals" -> link(link(deal(number), "organizations", "org_id"), "persons", "person_id");
            default -> activity(number);
        };
    }

    private ObjectNode organization(long number) {
        ObjectNode organization = Json.object().put("name", one(COLOURS) + " " + one(TRADES) + " " + number);
        organization.putObject("address").put("value", number + " Example Street, Sampletown");
        return organization;
    }

    private ObjectNode person(long number) {
        ObjectNode person = Json.object().put("name", "Contact " + one(COLOURS) + number);
        person.putArray("emails").addObject().put("value", "contact" + number + "@customers.example");
        person.putArray("phones").addObject().put("value", "+1202555" + String.format("%04d", number % 10_000));
        return person;
    }

    private ObjectNode deal(long number) {
        ObjectNode deal = Json.object().put("title", one(TRADES) + " deal " + number);
        deal.put("value", 100L * (1 + random.nextInt(100)));
        deal.put("currency", "EUR");
        return deal;
    }

    private ObjectNode product(long number) {
        ObjectNode product = Json.object().put("name", one(COLOURS) + " " + one(TRADES) + " package " + number);
        product.putArray("prices").addObject().put("currency", "EUR").put("price", 10 * (1 + random.nextInt(50)));
        return product.put("code", "P-" + number);
    }

    private ObjectNode lead(long number) {
        ObjectNode lead = Json.object().put("title", one(TRADES) + " lead " + number);
        link(link(lead, "organizations", "organization_id"), "persons", "person_id");
        if (lead.size() == 1) {
            throw new IllegalArgumentException("a lead needs an organization or a person that is there");
        }
        lead.putObject("value").put("amount", 100L * (1 + random.nextInt(100))).put("currency", "EUR");
        return lead;
    }

    private static ObjectNode file(long number) {
        return Json.object().put("name", "invented" + number + ".txt").put("content", "Invented file " + number);
    }

    private ObjectNode activity(long number) {
        ObjectNode activity =
                Json.object().put("subject", "Invented call " + number).put("done", random.nextBoolean());
        long persons = account.table("persons").live().size();
        if (persons > 0) {
            long person = account.table("persons").live().get(random.nextInt((int) persons));
            activity.putArray("participants")
                    .addObject()
                    .put("person_id", person)
                    .put("primary", true);
        }
        return activity;
    }

    private ObjectNode link(ObjectNode record, String object, String member) {
        IdList ids = account.table(object).live();
        if (ids.size() > 0) {
            record.put(member, ids.get(random.nextInt(ids.size())));
        }
        return record;
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
