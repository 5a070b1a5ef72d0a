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

    /** Writes into two folders: the export, and that of three days later. */
    public static void main(String[] folders) throws IOException {
        write(Path.of(folders[0]), files());
        write(Path.of(folders[1]), laterFiles());
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Returns what is exported three days later: the contacts once more, all of them. */
    static Map<String, byte[]> laterFiles() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                name("contacts_kartra", "2026-06-12T09:30:12.000417Z"),
                ContactFiles.later(LaterContacts.of(new ContactPool().all())));
        files.put("custom_fields.csv", ContactFiles.customFields());
        files.put("README.md", LaterContacts.readme().getBytes(StandardCharsets.UTF_8));
        return files;
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
