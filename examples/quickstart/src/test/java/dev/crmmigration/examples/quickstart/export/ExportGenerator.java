package dev.crmmigration.examples.quickstart.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the export of an invented account, the same every time. Run it after a change of its rules. */
final class ExportGenerator {

    /** When the newer files were exported, on Kartra's clock. */
    static final LocalDateTime EXPORTED = LocalDateTime.of(2026, 6, 9, 10, 5, 37);

    static final List<String> INDUSTRIES = List.of("Consulting", "Education", "Health", "Retail", "Technology");
    static final List<String> CHANNELS = List.of("E-mail", "Phone", "Video");
    static final List<String> INTERESTS = List.of("Finance", "Leadership", "Marketing", "Speaking", "Wellbeing");

    private ExportGenerator() {}

    public static void main(String[] folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(Path.of(folder[0]).resolve(file.getKey()), file.getValue());
        }
    }

    /** Returns the content of every file by name. */
    static Map<String, byte[]> files() {
        ContactPool contacts = new ContactPool();
        SubscriptionPool subscriptions = new SubscriptionPool(contacts);
        PaymentPool payments = new PaymentPool(contacts, subscriptions);
        PaymentFiles money = new PaymentFiles(payments, new AffiliatePool(contacts));
        BookingFile bookings = new BookingFile(contacts);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name("contacts_kartra", "2026-06-08T18:20:11.304512Z"), ContactFiles.older(contacts.all()));
        files.put(name("contacts_kartra", "2026-06-09T14:05:37.118903Z"), ContactFiles.newer(contacts.all()));
        files.put(name("transactions_kartra", "2026-06-09T14:07:02.551047Z"), money.transactions());
        files.put("subscriptions.csv", money.subscriptions(subscriptions));
        files.put("appointments.csv", bookings.bytes());
        files.put("affiliates.csv", money.affiliates());
        files.put("custom_fields.csv", ContactFiles.customFields());
        files.put(
                "README.md",
                new ExportReadme(contacts, subscriptions, payments, bookings)
                        .text()
                        .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Kartra puts the day and PHP's {@code uniqid} into the name: seconds and microseconds in hexadecimal. */
    private static String name(String what, String moment) {
        Instant exported = Instant.parse(moment);
        String day = moment.substring(8, 10) + "-" + moment.substring(5, 7) + "-" + moment.substring(0, 4);
        return String.format(
                Locale.ROOT, "%s_%s_%08x%05x.csv", what, day, exported.getEpochSecond(), exported.getNano() / 1_000);
    }
}
