package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.record.CrmRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Invented records with relations, made from their numbers: of ten records one company, four contacts, two deals and three
 * activities. A contact belongs to a company, a deal to both, an activity to a deal and a contact.
 */
final class BenchmarkData {

    static final String COMPANY = "company";
    static final String CONTACT = "contact";
    static final String DEAL = "deal";
    static final String ACTIVITY = "activity";

    /** Every object with its fields; all of them text, as in an export. */
    static final Map<String, List<String>> FIELDS = Map.of(
            COMPANY, List.of("name", "city", "employees"),
            CONTACT, List.of("name", "email", "phone", "company"),
            DEAL, List.of("title", "amount", "contact", "company"),
            ACTIVITY, List.of("subject", "note", "deal", "contact"));

    private final Map<String, Integer> counts = new TreeMap<>();

    /** @param records how many in all, at least ten */
    BenchmarkData(int records) {
        int tenth = records / 10;
        counts.put(COMPANY, tenth);
        counts.put(CONTACT, 4 * tenth);
        counts.put(DEAL, 2 * tenth);
        counts.put(ACTIVITY, 3 * tenth);
    }

    int count(String type) {
        return counts.getOrDefault(type, 0);
    }

    int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns a record; numbers begin with 1. */
    CrmRecord record(String type, int number) {
        CrmRecord.Builder record = CrmRecord.builder(type, String.valueOf(number));
        return switch (type) {
            case COMPANY ->
                record.put("name", "Company " + number)
                        .put("city", "Town " + number % 500)
                        .put("employees", String.valueOf(number % 10_000))
                        .build();
            case CONTACT ->
                record.put("name", "Contact " + number)
                        .put("email", "contact" + number + "@customers.example")
                        .put("phone", "+1 555 " + (1_000_000 + number))
                        .put("company", one(COMPANY, number))
                        .build();
            case DEAL ->
                record.put("title", "Deal " + number)
                        .put("amount", String.valueOf(100 + number % 90_000))
                        .put("contact", one(CONTACT, number))
                        .put("company", one(COMPANY, number))
                        .build();
            default ->
                record.put("subject", "Call " + number)
                        .put("note", "Talked about the offer, number " + number + ". They will decide next month.")
                        .put("deal", one(DEAL, number))
                        .put("contact", one(CONTACT, number))
                        .build();
        };
    }

    /** Returns the id of the record that a record refers to, spread over all there are. */
    private String one(String type, int number) {
        return String.valueOf(number % count(type) + 1);
    }
}
