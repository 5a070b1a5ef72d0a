package dev.crmmigration.examples.quickstart.export;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A contact of the invented account.
 *
 * @param id its lead id
 * @param joined when it joined, on Kartra's clock
 * @param columns its other columns as the export has them
 */
record Contact(String id, LocalDateTime joined, Map<String, String> columns) {

    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    Contact {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    String column(String name) {
        return columns.getOrDefault(name, "");
    }

    String email() {
        return column("email");
    }

    String name() {
        return (column("first_name") + " " + column("last_name")).strip();
    }

    Contact with(String column, String value) {
        Map<String, String> changed = new LinkedHashMap<>(columns);
        changed.put(column, value);
        return new Contact(id, joined, changed);
    }

    /** Returns all columns of its row. */
    Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>(columns);
        row.put("lead_id", id);
        row.put("date_joined", MOMENT.format(joined));
        return row;
    }
}
