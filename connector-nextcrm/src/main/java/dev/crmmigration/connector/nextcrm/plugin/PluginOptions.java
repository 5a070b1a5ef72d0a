package dev.crmmigration.connector.nextcrm.plugin;

import java.time.ZoneId;
import java.util.Map;

/**
 * How to read the files.
 *
 * @param export the folder with the files, or one file
 * @param columns the field that a column stands for, by its header as a key; counts before all that is known
 * @param zone the zone of times, which name none
 * @param separator what separates tags and lists in one cell
 * @param fieldTypes what columns hold that are no known ones, by header in small letters; counts before what their cells look like
 * @param contactsInPlugin how many contacts the plugin's own page shows; less than 0 if nobody said
 * @param complete whether the files hold every record, so that a missing one was deleted
 */
public record PluginOptions(
        String export,
        Map<String, String> columns,
        ZoneId zone,
        String separator,
        Map<String, CellShape> fieldTypes,
        long contactsInPlugin,
        boolean complete) {

    public PluginOptions {
        columns = Map.copyOf(columns);
        fieldTypes = Map.copyOf(fieldTypes);
    }
}
