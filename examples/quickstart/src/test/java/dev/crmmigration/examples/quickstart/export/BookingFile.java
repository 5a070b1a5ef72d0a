package dev.crmmigration.examples.quickstart.export;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The appointments of the invented account as they were exported: a row for each event of a booking. */
final class BookingFile {

    static final int EVENTS = 260;
    static final int OF_GUEST = 25;

    /** The only user of a fresh account of the simulator. */
    static final String HOST = "admin@acme.example";

    static final String GUEST_HOST = "guest.coach@partner.example";

    private static final int FIRST_ID = 90_001;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> ZONES =
            List.of("America/Detroit", "America/Los_Angeles", "Europe/Berlin", "Australia/Sydney");

    private static final List<String> COLUMNS = List.of(("calendar_subscription_id,calendar_id,calendar_name,class_id,"
                    + "class_name,lead_id,lead_email,host_email,event_date,event_duration,time_zone,status,location,notes")
            .split(",", -1));

    private final Dice dice = new Dice(16);
    private final ContactPool contacts;
    private final List<Map<String, String>> events = new ArrayList<>();

    BookingFile(ContactPool contacts) {
        this.contacts = contacts;
        for (int booking = 0; events.size() < EVENTS; booking++) {
            book(booking);
        }
    }

    byte[] bytes() {
        CsvText csv = new CsvText(COLUMNS, "\n");
        events.forEach(csv::row);
        return csv.bytes(StandardCharsets.UTF_8);
    }

    Map<String, Integer> counts(String column) {
        Map<String, Integer> counts = new HashMap<>();
        events.forEach(event -> counts.merge(event.getOrDefault(column, ""), 1, Integer::sum));
        return counts;
    }

    /** Every sixth booking is for a series of three events; the first that are not are with the guest. */
    private void book(int booking) {
        boolean isSeries = booking % 6 == 5;
        boolean isGuest = !isSeries && booking - booking / 6 < OF_GUEST;
        LocalDateTime first =
                ExportGenerator.EXPORTED.plusDays(dice.number(-400, 110)).withHour(dice.number(9, 17));
        LocalDateTime start = first.withMinute(15 * dice.number(0, 3));
        Contact contact = dice.oneOf(contacts.joinedBefore(start));
        String zone = dice.oneOf(ZONES);
        for (int event = 0; event < (isSeries ? 3 : 1) && events.size() < EVENTS; event++) {
            Map<String, String> row = kind(isSeries ? 2 : dice.number(0, 1));
            row.put("calendar_subscription_id", Integer.toString(FIRST_ID + booking));
            row.put("lead_id", contact.id());
            row.put("lead_email", contact.email());
            row.put("host_email", isGuest ? GUEST_HOST : HOST);
            row.put("event_date", MOMENT.format(start.plusDays(7L * event)));
            row.put("time_zone", zone);
            row.put("status", status(start.plusDays(7L * event)));
            if (dice.falls(30)) {
                row.put("notes", "Asked about \"scope\" & price.\nBring <worksheet " + dice.number(1, 9) + ">.");
            }
            events.add(row);
        }
    }

    private Map<String, String> kind(int kind) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("calendar_id", Integer.toString(10 + kind));
        row.put(
                "calendar_name",
                List.of("Discovery Call", "Coaching Session", "Group Workshop").get(kind));
        row.put("class_id", Integer.toString(20 + kind));
        row.put(
                "class_name",
                List.of("Free phone consultation", "One to one", "Small groups").get(kind));
        row.put("event_duration", List.of("30", "60", "90").get(kind));
        row.put("location", kind == 0 ? "Phone" : "https://meet.acme.example/" + dice.hex(8));
        return row;
    }

    private String status(LocalDateTime start) {
        if (dice.falls(15)) {
            return "Cancelled";
        }
        return start.isBefore(ExportGenerator.EXPORTED) ? "Completed" : dice.falls(75) ? "Active" : "Pending";
    }
}
