package dev.crmmigration.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An invented Kartra export that is small enough to be migrated a dozen times. */
final class SmallExport {

    static final int CONTACTS = 60;
    static final int COMPANIES = 6;
    static final int IN_COMPANIES = 30;
    static final int SALES = 40;
    static final int APPOINTMENTS = 20;
    static final int NOTES = 20;

    private SmallExport() {}

    static void writeTo(Shell shell, String folder) {
        shell.write(folder + "/contacts.csv", String.join("\n", contacts()) + "\n");
        shell.write(folder + "/transactions.csv", String.join("\n", transactions()) + "\n");
        shell.write(folder + "/appointments.csv", String.join("\n", appointments()) + "\n");
    }

    private static List<String> contacts() {
        List<String> lines = new ArrayList<>(
                List.of("id,email,first_name,last_name,company,date_joined,tags,gdpr_status,gdpr_status_date,notes"));
        for (int i = 1; i <= CONTACTS; i++) {
            lines.add(format(
                    "%d,%s,First%d,Last%d,%s,2024-01-%02d 10:%02d:00,%s,Accepted,2024-01-%02d 10:00:00,%s",
                    i,
                    email(i),
                    i,
                    i,
                    i <= IN_COMPANIES ? "Company " + i % COMPANIES : "",
                    1 + i % 28,
                    i % 60,
                    i % 2 == 0 ? "even" : "odd",
                    1 + i % 28,
                    i <= NOTES ? "Note " + i : ""));
        }
        return lines;
    }

    private static List<String> transactions() {
        List<String> lines = new ArrayList<>(
                List.of(
                        "ID,Transaction_Type,Date,Product,Quantity,Buyer_Email,Amount (USD),Processor,Processor_transaction_id,lead_id"));
        for (int i = 1; i <= SALES; i++) {
            lines.add(format(
                    "%d,Sale,2024-02-%02d 09:00:00,Course,1,%s,%d.50,Stripe,ch_%d,%d",
                    5000 + i, 1 + i % 28, email(i), 10 + i, i, i));
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
                    9000 + i, i, email(i), 1 + i % 28));
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
