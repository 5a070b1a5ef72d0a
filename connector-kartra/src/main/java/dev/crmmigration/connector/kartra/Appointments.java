package dev.crmmigration.connector.kartra;

import static dev.crmmigration.connector.kartra.CellKind.NUMBER;
import static dev.crmmigration.connector.kartra.CellKind.PROSE;
import static dev.crmmigration.connector.kartra.CellKind.WORD;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.ObjectType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The appointments, a row for each event. Kartra documents no file of them: the columns are those of its webhook. */
final class Appointments implements KartraObject {

    static final ObjectType TYPE = ObjectType.of("appointment");
    static final String STARTS = "starts";
    static final String SUBSCRIPTION = "calendar_subscription_id";

    private static final String EVENT_DATE = "event_date";
    private static final String TIME_ZONE = "time_zone";

    private static final List<KnownField> FIELDS = List.of(
            KnownField.telling(WORD, SUBSCRIPTION),
            KnownField.telling(WORD, "calendar_id"),
            KnownField.telling(WORD, "calendar_name"),
            KnownField.of(WORD, "class_id"),
            KnownField.of(WORD, "class_name"),
            KnownField.of(WORD, "lead_id"),
            KnownField.of(WORD, "lead_email", "email"),
            KnownField.of(WORD, "host_email", "host_email_address"),
            KnownField.telling(WORD, EVENT_DATE),
            KnownField.telling(NUMBER, "minutes", "event_duration"),
            KnownField.of(WORD, TIME_ZONE, "vendor_timezone", "timezone"),
            KnownField.of(WORD, "status", "calendar_subscription_status"),
            KnownField.of(WORD, "location"),
            KnownField.of(PROSE, "notes"));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public String file() {
        return "appointments";
    }

    @Override
    public List<KnownField> fields() {
        return FIELDS;
    }

    @Override
    public List<List<String>> required() {
        return List.of(List.of(SUBSCRIPTION), List.of(EVENT_DATE));
    }

    @Override
    public Map<String, Derived> derived() {
        return Map.of(STARTS, new Derived(FieldType.INSTANT, EVENT_DATE));
    }

    /** Events are told in the zone of the account, unlike all other dates (Kartra help 15391965). */
    @Override
    public void complete(Row row, KartraSettings settings) throws RowRefusedException {
        String status = row.text("status");
        row.put("status", status == null ? null : Words.of(status));
        String date = row.required(EVENT_DATE);
        Instant starts = new KartraDates(zone(row, date, settings)).read(EVENT_DATE, date, row);
        if (starts == null) {
            throw new RowRefusedException(EVENT_DATE, "date: the event has none. Fill it in");
        }
        row.put(STARTS, starts);
    }

    private static ZoneId zone(Row row, String date, KartraSettings settings) throws RowRefusedException {
        String name = row.text(TIME_ZONE);
        if (name == null) {
            row.repaired(row.hasColumn(TIME_ZONE) ? TIME_ZONE : STARTS, "default-zone", date);
            return settings.zone();
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new RowRefusedException(
                    TIME_ZONE, "zone: the cell is no time zone such as America/Detroit. Correct it");
        }
    }

    @Override
    public RowRelations relations() {
        return new EventNumbers();
    }

    @Override
    public String id(Row row) throws RowRefusedException {
        return row.required(SUBSCRIPTION);
    }
}
