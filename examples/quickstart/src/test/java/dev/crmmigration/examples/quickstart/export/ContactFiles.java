package dev.crmmigration.examples.quickstart.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contacts as they were exported: in two files that overlap, written on two days by different programs. */
final class ContactFiles {

    static final int FIRST_OF_NEWER = 1225;

    /** Contacts of the overlap that changed between the two days. */
    static final int CHANGED = 9;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final List<String> COLUMNS = List.of(
            "lead_id",
            "email",
            "first_name",
            "middle_name",
            "last_name",
            "company",
            "phone_country_code",
            "phone",
            "address",
            "city",
            "state",
            "zip",
            "country",
            "website",
            "linkedin",
            "source",
            "score",
            "ip",
            "ip_country",
            "lead_preferred_time_zone",
            "date_joined",
            "status",
            "gdpr_status",
            "gdpr_communications",
            "gdpr_status_date",
            "gdpr_status_ip",
            "tags",
            "lists",
            "sequences",
            "notes",
            "coaching_goal",
            "success_story",
            "industry",
            "preferred_channel",
            "interests");

    private ContactFiles() {}

    /** Returns the older file, with one row that has no real date and one that has neither id nor e-mail address. */
    static byte[] older(List<Contact> contacts) {
        CsvText csv = new CsvText(COLUMNS, "\r\n");
        for (int number = 0; number < ContactPool.OLDER; number++) {
            csv.row(contacts.get(number).row());
            if (number == 400) {
                csv.row(Map.of(
                        "lead_id", "990001", "email", "no.date@example.com", "date_joined", "2021-13-41 25:61:00"));
            }
            if (number == 900) {
                csv.row(Map.of("first_name", "Nobody", "last_name", "Knows", "date_joined", "2021-09-30 10:00:00"));
            }
        }
        return csv.bytes(WINDOWS);
    }

    /** Returns the newer file: other order of columns, the header once more in the middle, one row with a stray comma. */
    static byte[] newer(List<Contact> contacts) {
        List<String> columns = new ArrayList<>(COLUMNS);
        Collections.rotate(columns.subList(0, 6), 1);
        Collections.reverse(columns.subList(26, 35));
        List<String> marked = new ArrayList<>(columns);
        CsvText csv = new CsvText(marked, "\n");
        for (int number = FIRST_OF_NEWER; number < contacts.size(); number++) {
            csv.row(
                    hasNewScore(number)
                            ? contacts.get(number).with("score", "200").row()
                            : contacts.get(number).row());
            if (number == 1800) {
                csv.cells(columns);
            }
            if (number == 2200) {
                csv.line("stray,".repeat(columns.size()) + "cell");
            }
        }
        byte[] text = csv.bytes(StandardCharsets.UTF_8);
        byte[] mark = BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[mark.length + text.length];
        System.arraycopy(mark, 0, all, 0, mark.length);
        System.arraycopy(text, 0, all, mark.length, text.length);
        return all;
    }

    /** Returns the file of three days later: all contacts that there are then, and nothing wrong with it. */
    static byte[] later(List<Contact> contacts) {
        CsvText csv = new CsvText(COLUMNS, "\n");
        contacts.forEach(contact -> csv.row(contact.row()));
        return csv.bytes(StandardCharsets.UTF_8);
    }

    /** Tells whether a contact of the overlap changed between the two days. */
    static boolean hasNewScore(int number) {
        return number % 16 == 0 && number >= FIRST_OF_NEWER && number < ContactPool.OLDER;
    }

    /** Returns what a person with access to the account can say about the custom fields. */
    static byte[] customFields() {
        CsvText csv = new CsvText(List.of("field_identifier", "field_type", "options"), "\n");
        csv.row(definition("coaching_goal", "input_field", List.of()));
        csv.row(definition("success_story", "text_area", List.of()));
        csv.row(definition("industry", "drop_down", ExportGenerator.INDUSTRIES));
        csv.row(definition("preferred_channel", "radio_button", ExportGenerator.CHANNELS));
        csv.row(definition("interests", "checkbox", ExportGenerator.INTERESTS));
        return csv.bytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> definition(String name, String type, List<String> options) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("field_identifier", name);
        row.put("field_type", type);
        row.put("options", String.join(";", options));
        return row;
    }
}
