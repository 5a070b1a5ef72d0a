package dev.crmmigration.examples.quickstart.export;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The contacts of the invented account, in the order in which they joined. */
final class ContactPool {

    static final int CONTACTS = 2600;
    static final int DUPLICATES = 12;

    /** Contacts up to this one are in the older file, which is in Windows-1252. */
    static final int OLDER = 1375;

    private static final int FIRST_ID = 100_001;
    private static final LocalDateTime OPENED = LocalDateTime.of(2019, 3, 1, 0, 0);
    private static final long MINUTES_BETWEEN = 1460;

    private final Dice dice = new Dice(4);
    private final Set<String> addresses = new HashSet<>();
    private final List<Contact> contacts = new ArrayList<>();

    ContactPool() {
        for (int number = 0; number < CONTACTS - DUPLICATES; number++) {
            contacts.add(contact(number));
        }
        for (int number = CONTACTS - DUPLICATES; number < CONTACTS; number++) {
            contacts.add(duplicate(number));
        }
    }

    List<Contact> all() {
        return contacts;
    }

    /** Returns the contacts that joined before a moment and can buy. */
    List<Contact> joinedBefore(LocalDateTime moment) {
        return contacts.stream()
                .filter(contact -> contact.joined().isBefore(moment)
                        && !contact.email().isEmpty()
                        && !contact.email().endsWith("@kartra.com"))
                .toList();
    }

    private Contact contact(int number) {
        Map<String, String> columns = new LinkedHashMap<>();
        LocalDateTime joined = joined(number);
        String last = number >= OLDER && number % 25 == 0
                ? dice.oneOf(Words.FARTHER_LAST_NAMES)
                : dice.oneOf(Words.LAST_NAMES);
        columns.put("first_name", dice.oneOf(Words.FIRST_NAMES));
        columns.put("last_name", last);
        if (dice.falls(8)) {
            columns.put("middle_name", dice.oneOf(Words.FIRST_NAMES));
        }
        String company = dice.oneOf(Words.COMPANY_HEADS) + " " + dice.oneOf(Words.COMPANY_TAILS);
        boolean hasCompany = dice.falls(60);
        if (hasCompany) {
            columns.put("company", spelled(company));
        }
        columns.put("email", email(number, columns, hasCompany ? company : ""));
        live(columns);
        consent(columns, joined);
        sort(columns);
        answer(columns, number);
        return new Contact(Integer.toString(FIRST_ID + number), joined, columns);
    }

    /** The same address in other letters, and another lead id: Kartra took it for somebody new. */
    private Contact duplicate(int number) {
        Contact first = contacts.get(200 * (number - (CONTACTS - DUPLICATES)) + 17);
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("first_name", first.column("first_name"));
        columns.put("last_name", first.column("last_name"));
        columns.put("email", first.email().toUpperCase(Locale.ROOT));
        columns.put("phone_country_code", "1");
        columns.put("phone", "(202) 555-01" + (10 + number % 80));
        columns.put("source", "checkout");
        columns.put("status", "Subscribed");
        columns.put("country", first.column("country"));
        columns.put("tags", "Buyer;Hot");
        columns.put("lists", "Customers");
        return new Contact(Integer.toString(FIRST_ID + number), joined(number), columns);
    }

    private LocalDateTime joined(int number) {
        return dice.momentOn(OPENED.plusMinutes(MINUTES_BETWEEN * number));
    }

    private String spelled(String company) {
        return switch (dice.number(1, 12)) {
            case 1 -> company.toUpperCase(Locale.ROOT);
            case 2 -> company + ".";
            case 3 -> company.replace(" ", "  ");
            default -> company;
        };
    }

    private String email(int number, Map<String, String> columns, String company) {
        if (number % 520 == 519) {
            return "";
        }
        if (number == 2000) {
            return "t8f3a@kartra.com";
        }
        String domain = company.isEmpty()
                ? dice.oneOf(List.of("example.com", "example.org", "example.net"))
                : plain(company) + ".example";
        String name =
                plain(columns.getOrDefault("first_name", "")) + "." + plain(columns.getOrDefault("last_name", ""));
        String address = name + "@" + domain;
        return addresses.add(address) ? address : name + number + "@" + domain;
    }

    private void live(Map<String, String> columns) {
        Place place = dice.oneOf(Place.ALL);
        columns.put("country", place.country());
        columns.put("ip", "192.0.2." + dice.number(1, 254));
        columns.put("ip_country", place.country());
        if (dice.falls(70)) {
            columns.put("phone_country_code", place.dialCode());
            columns.put("phone", place.phone(dice));
        }
        if (dice.falls(50)) {
            columns.put("address", dice.number(1, 240) + " " + dice.oneOf(Words.COMPANY_HEADS) + " Street");
            columns.put("city", place.city());
            columns.put("state", place.state());
            columns.put("zip", place.zip());
        }
        if (dice.falls(9)) {
            columns.put("website", "https://www." + plain(columns.getOrDefault("last_name", "")) + ".example");
        }
        if (dice.falls(4)) {
            columns.put("linkedin", "https://social.example/in/" + dice.hex(8));
        }
        columns.put("source", dice.oneOf(List.of("single-optin", "double-optin", "checkout", "import", "manual")));
        columns.put("score", Integer.toString(dice.number(0, 180)));
        columns.put("lead_preferred_time_zone", place.union() ? "Europe/Berlin" : "");
        columns.put(
                "status",
                dice.falls(88)
                        ? "Subscribed"
                        : dice.oneOf(
                                List.of("Unsubscribed", "Blocklisted", "Multiple soft bounces", "Spam complaint")));
    }

    private void consent(Map<String, String> columns, LocalDateTime joined) {
        boolean union = List.of("DE", "FR").contains(columns.get("country"));
        if (!union) {
            columns.put("gdpr_status", "Not subject");
            return;
        }
        String status = dice.oneOf(List.of("Accepted", "Accepted", "Accepted", "Not accepted", "Pending", "Unknown"));
        columns.put("gdpr_status", status);
        if (status.endsWith("ccepted")) {
            columns.put("gdpr_communications", status.equals("Accepted") && dice.falls(85) ? "Yes" : "No");
            columns.put("gdpr_status_date", Contact.MOMENT.format(joined.plusMinutes(dice.number(1, 50))));
            columns.put("gdpr_status_ip", columns.getOrDefault("ip", ""));
        }
    }

    private void sort(Map<String, String> columns) {
        columns.put("tags", several(Words.TAGS, 6));
        columns.put("lists", several(Words.LISTS, 3));
        if (dice.falls(20)) {
            columns.put("sequences", several(Words.SEQUENCES, 2));
        }
    }

    private void answer(Map<String, String> columns, int number) {
        if (dice.falls(40)) {
            columns.put(
                    "coaching_goal",
                    dice.oneOf(List.of("More clients", "Lead a team", "Balance", "Speak in public")) + " by "
                            + dice.number(2024, 2027) + ", step " + dice.number(1, 90));
        }
        if (number % 17 == 5) {
            columns.put(
                    "success_story",
                    ("I began with \"nothing\" in " + dice.number(2015, 2023) + ".\nToday we are " + dice.number(2, 40)
                                    + " people & grow. ")
                            .repeat(dice.number(1, 6))
                            .strip());
        }
        if (dice.falls(50)) {
            columns.put("industry", dice.oneOf(ExportGenerator.INDUSTRIES));
        }
        if (dice.falls(45)) {
            columns.put("preferred_channel", dice.oneOf(ExportGenerator.CHANNELS));
        }
        if (dice.falls(40)) {
            columns.put("interests", several(ExportGenerator.INTERESTS, 3));
        }
        if (number % 12 == 3) {
            columns.put(
                    "notes",
                    "Met at the summit, asked for <prices>.\nCall back in " + dice.number(2, 9)
                            + " weeks; prefers \"mornings\".");
        }
    }

    private String several(List<String> words, int most) {
        Set<Integer> chosen = new TreeSet<>();
        int count = dice.number(0, most);
        while (chosen.size() < count) {
            chosen.add(dice.number(0, words.size() - 1));
        }
        return String.join(";", chosen.stream().map(words::get).toList());
    }

    private static String plain(String words) {
        String letters = Normalizer.normalize(words, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return letters.replaceAll("[^a-z]", "");
    }
}
