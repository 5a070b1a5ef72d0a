package dev.crmmigration.connector.nextcrm.plugin;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the columns hold that are no known ones. The export says nothing of types, so each is the narrowest one that all of its
 * cells have, unless a setting says which.
 */
final class CustomTypes {

    private final Map<String, CellShape> chosen;
    private final ZoneId zone;
    private final Map<String, CellShape> seen = new HashMap<>();

    /** @param chosen shapes by label, in small letters */
    CustomTypes(Map<String, CellShape> chosen, ZoneId zone) {
        this.chosen = chosen;
        this.zone = zone;
    }

    void see(String label, String text) {
        CellShape before = seen.get(label);
        if (before != CellShape.LONG_TEXT) {
            seen.put(label, before == null ? CellShape.narrowest(text, zone) : before.with(text, zone));
        }
    }

    CellShape of(String label) {
        CellShape own = chosen.get(label.toLowerCase(Locale.ROOT));
        return own == null ? seen.getOrDefault(label, CellShape.TEXT) : own;
    }

    /**
     * Returns the value of a cell.
     *
     * @throws CellRefusedException if the cell has another shape than a setting says
     */
    Object value(String label, String text) throws CellRefusedException {
        Object value = of(label).value(text, zone);
        if (value == null) {
            throw new CellRefusedException(label, of(label));
        }
        return value;
    }
}
