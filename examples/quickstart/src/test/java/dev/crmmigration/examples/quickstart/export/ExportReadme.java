package dev.crmmigration.examples.quickstart.export;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what the export holds, counted. */
final class ExportReadme {

    private final List<Contact> contacts;
    private final List<Subscription> subscriptions;
    private final PaymentPool payments;
    private final BookingFile bookings;

    ExportReadme(ContactPool contacts, SubscriptionPool subscriptions, PaymentPool payments, BookingFile bookings) {
        this.contacts = contacts.all();
        this.subscriptions = subscriptions.all();
        this.payments = payments;
        this.bookings = bookings;
    }

    String text() {
        return """
                # The export of an invented account

                Everything in these files is invented; all addresses are on domains that exist for examples only. The class
                `ExportGenerator` in the tests of this module makes them, and a test compares them byte for byte.

                ## Contacts

                %s
                ## Transactions

                All amounts are in USD; times are Eastern.

                %s
                ## Subscriptions, appointments, affiliates

                %s""".formatted(contacts(), transactions(), rest());
    }

    private String contacts() {
        int overlap = ContactPool.OLDER - ContactFiles.FIRST_OF_NEWER;
        return table(
                "rows of the older file (Windows-1252, CRLF)",
                ContactPool.OLDER + 2,
                "rows of the newer file (UTF-8 with byte order mark, LF, other order of columns)",
                contacts.size() - ContactFiles.FIRST_OF_NEWER + 1,
                "rows of the newer file that repeat the header, beyond those",
                1,
                "contacts in both files",
                overlap,
                "of these, changed in the newer file",
                ContactFiles.CHANGED,
                "rows to quarantine: no real date; neither id nor e-mail; one cell too many",
                3,
                "contacts (lead ids)",
                contacts.size(),
                "contacts whose e-mail address another one has in other letters",
                ContactPool.DUPLICATES,
                "persons after merging",
                contacts.size() - ContactPool.DUPLICATES,
                "contacts without e-mail address",
                count("email", true),
                "contacts with `@kartra.com` (masked test lead)",
                1,
                "contacts with a company",
                count("company", false),
                "distinct companies",
                companies().size(),
                "organizations of single persons, after merging",
                singles(),
                "contacts with notes",
                count("notes", false),
                "distinct tags",
                distinct("tags").size(),
                "distinct lists",
                distinct("lists").size(),
                "distinct GDPR statuses",
                distinct("gdpr_status").size());
    }

    private String transactions() {
        StringBuilder text = new StringBuilder("| type | rows | sum of amounts |\n| --- | ---: | ---: |\n");
        new TreeMap<>(payments.counts())
                .forEach((type, rows) ->
                        line(text, type, rows + " | " + payments.sum(type).toPlainString()));
        line(text, "all", payments.all().size() + " | ");
        BigDecimal in = payments.sum("Sale").add(payments.sum("Rebill"));
        BigDecimal unpaired = payments.all().stream()
                .filter(payment -> payment.offer().product().equals("Legacy Workshop"))
                .map(Payment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return text + "\n"
                + table(
                        "sales that begin a subscription",
                        subscriptions.size(),
                        "sales without lead id, to be found by e-mail address",
                        PaymentPool.BOUGHT_WITHOUT_LEAD_ID,
                        "sales with a lead id that no contact has, to be found by e-mail address",
                        1,
                        "sales to the later of two contacts with one e-mail address, by its lead id",
                        PaymentPool.BOUGHT_BY_DUPLICATES,
                        "transactions whose buyer is no contact at all",
                        0,
                        "refunds without a sale in the export",
                        Refunds.UNPAIRED,
                        "refunds of sales with the processor's number of the sale",
                        Refunds.REFUNDS - Refunds.UNPAIRED - Refunds.OF_REBILLS - Refunds.WITHOUT_NUMBER,
                        "refunds of sales with another number, told by buyer and product",
                        Refunds.WITHOUT_NUMBER,
                        "refunds of rebills",
                        Refunds.OF_REBILLS,
                        "partial refunds of sales",
                        Refunds.PARTIAL - Refunds.PARTIAL_OF_REBILLS,
                        "partial refunds of rebills",
                        Refunds.PARTIAL_OF_REBILLS,
                        "chargebacks of sales",
                        Refunds.CHARGEBACKS - Refunds.CHARGEBACKS_OF_REBILLS,
                        "chargebacks of rebills",
                        Refunds.CHARGEBACKS_OF_REBILLS,
                        "failed payments without subscription",
                        PaymentPool.FAILED_WITHOUT_SUBSCRIPTION,
                        "sales and rebills together",
                        in.toPlainString(),
                        "the same with the refunds without a sale: the values of all deals",
                        in.add(unpaired).toPlainString());
    }

    private String rest() {
        Map<String, Long> states = subscriptions.stream()
                .collect(Collectors.groupingBy(one -> one.state().word(), TreeMap::new, Collectors.counting()));
        Map<String, Integer> statuses = new TreeMap<>(bookings.counts("status"));
        return table(
                "subscriptions",
                subscriptions.size(),
                "of these",
                words(states),
                "appointments",
                BookingFile.EVENTS,
                "of these",
                words(statuses),
                "bookings",
                bookings.counts("calendar_subscription_id").size(),
                "appointments of `" + BookingFile.HOST + "`",
                bookings.counts("host_email").getOrDefault(BookingFile.HOST, 0),
                "appointments of `" + BookingFile.GUEST_HOST + "`, who is no user of the destination",
                bookings.counts("host_email").getOrDefault(BookingFile.GUEST_HOST, 0),
                "affiliates, all of them contacts",
                AffiliatePool.AFFILIATES);
    }

    private static String words(Map<String, ?> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String table(Object... namesAndValues) {
        StringBuilder text = new StringBuilder("| what | how many |\n| --- | ---: |\n");
        for (int index = 0; index < namesAndValues.length; index += 2) {
            line(text, (String) namesAndValues[index], namesAndValues[index + 1].toString());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    private long count(String column, boolean empty) {
        return contacts.stream()
                .filter(contact -> contact.column(column).isEmpty() == empty)
                .count();
    }

    private Set<String> distinct(String column) {
        return contacts.stream()
                .flatMap(contact -> List.of(contact.column(column).split(";", -1)).stream())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> companies() {
        return contacts.stream()
                .map(contact -> normal(contact.column("company")))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Counts persons of whom no contact names a company. */
    private int singles() {
        Set<String> all = new HashSet<>();
        Set<String> withCompany = new HashSet<>();
        for (Contact contact : contacts) {
            String key =
                    contact.email().isEmpty() ? contact.id() : contact.email().toLowerCase(Locale.ROOT);
            all.add(key);
            if (!contact.column("company").isEmpty()) {
                withCompany.add(key);
            }
        }
        return all.size() - withCompany.size();
    }

    private static String normal(String company) {
        return company.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{P}\\p{Z}]+", " ")
                .strip();
    }
}
