package dev.crmmigration.examples.quickstart.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contacts three days later: some are new, some have changed, some are gone. */
final class LaterContacts {

    static final int NEW = 12;
    static final int MOVED = 20;

    /** One has another phone number, and so has its person at the destination, by a colleague who was told another one. */
    static final int CALLED = 77;

    /** Contacts without anything that refers to them. */
    static final Set<Integer> GONE = Set.of(2302, 2306, 2310);

    private static final int FIRST_MOVED = 1_500;

    private LaterContacts() {}

    static List<Contact> of(List<Contact> before) {
        List<Contact> later = new ArrayList<>();
        for (int number = 0; number < before.size(); number++) {
            if (!GONE.contains(number)) {
                later.add(changed(number, before.get(number)));
            }
        }
        later.addAll(joined());
        return later;
    }

    static String readme() {
        return String.join(
                "\n",
                "# The contacts three days later",
                "",
                "The same invented account as in `../export`, exported once more: all contacts that there are then. Everything"
                        + " is invented; the",
                "class `ExportGenerator` in the tests of this module makes the files, and a test compares them byte for byte.",
                "",
                "| what | how many |",
                "| --- | ---: |",
                "| contacts that are new | " + NEW + " |",
                "| contacts that have moved: another address | " + MOVED + " |",
                "| contacts with another phone number, and a colleague has written down a third one at the destination | 1 |",
                "| contacts that are gone | " + GONE.size() + " |",
                "");
    }

    private static Contact changed(int number, Contact contact) {
        if (number == CALLED) {
            return contact.with("phone", "030 555 0177");
        }
        boolean hasMoved = number >= FIRST_MOVED && number < FIRST_MOVED + MOVED;
        Contact latest = ContactFiles.hasNewScore(number) ? contact.with("score", "200") : contact;
        return hasMoved ? latest.with("city", "Leiden").with("address", "Harbour Street " + number) : latest;
    }

    private static Collection<Contact> joined() {
        List<Contact> joined = new ArrayList<>();
        for (int number = 1; number <= NEW; number++) {
            joined.add(new Contact(
                    String.valueOf(109_000 + number),
                    ExportGenerator.EXPORTED.plusDays(1).plusHours(number),
                    Map.of(
                            "email", "newcomer." + number + "@example.com",
                            "first_name", "Newcomer",
                            "last_name", "No " + number,
                            "company", number % 3 == 0 ? "Harbour Studio" : "",
                            "country", "NL",
                            "source", "manual",
                            "status", "Subscribed",
                            "gdpr_status", "Not subject")));
        }
        return joined;
    }
}
