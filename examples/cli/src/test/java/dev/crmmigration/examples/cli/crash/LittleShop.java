package dev.crmmigration.examples.cli.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An invented Kartra export that is migrated within a second, and of which no two records are alike. */
final class LittleShop {

    private static final int CONTACTS = 8;
    private static final int COMPANIES = 4;
    private static final int SALES = 5;
    private static final int APPOINTMENTS = 4;
    private static final int NOTES = 4;

    private LittleShop() {}

    static void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("contacts.csv"), contacts());
            Files.write(folder.resolve("transactions.csv"), transactions());
            Files.write(folder.resolve("appointments.csv"), appointments());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> contacts() {
        List<String> lines = new ArrayList<>(
                List.of("id,email,first_name,last_name,company,date_joined,tags,gdpr_status,gdpr_status_date,notes"));
        for (int i = 1; i <= CONTACTS; i++) {
            lines.add(format(
                    "%d,%s,First%d,Last%d,Company %d,2024-01-%02d 10:00:00,%s,Accepted,2024-01-%02d 10:00:00,%s",
                    i,
                    email(i),
                    i,
                    i,
                    i % COMPANIES,
                    i,
                    i % 2 == 0 ? "even" : "odd",
                    i,
                    i <= NOTES ? "Note " + i : ""));
        }
        return lines;
    }

    private static List<String> transactions() {
        List<String> lines = new ArrayList<>(List.of("ID,Transaction_Type,Date,Product,Quantity,Buyer_Email,Amount"
                + " (USD),Processor,Processor_transaction_id,lead_id"));
        for (int i = 1; i <= SALES; i++) {
            lines.add(format(
                    "%d,Sale,2024-02-%02d 09:00:00,Course,1,%s,%d.50,Stripe,ch_%d,%d",
                    5000 + i, i, email(i), 10 + i, i, i));
        }
        return lines;
    }

    private static List<String> appointments() {
        List<String> lines = new ArrayList<>(
                List.of("calendar_subscription_id,calendar_id,calendar_name,lead_id,lead_email,host_email,event_date,"
                        + "event_duration,time_zone,status"));
        for (int i = 1; i <= APPOINTMENTS; i++) {
            lines.add(format(
                    "%d,7,Coaching call,%d,%s,admin@acme.example,2024-03-%02d 15:00,30,America/Detroit,Completed",
                    9000 + i, i, email(i), i));
        }
        return lines;
    }

    private static String email(int contact) {
        return "contact" + contact + "@customers.example";
    }

    private static String format(String line, Object... values) {
        return String.format(Locale.ROOT, line, values);
    }
}
