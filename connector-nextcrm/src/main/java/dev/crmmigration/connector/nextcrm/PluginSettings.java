package dev.crmmigration.connector.nextcrm;

import dev.crmmigration.connector.nextcrm.plugin.CellShape;
import dev.crmmigration.connector.nextcrm.plugin.PluginOptions;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the settings of the plugin. */
final class PluginSettings {

    private final SettingsReading settings;

    PluginSettings(SettingsReading settings) {
        this.settings = settings;
    }

    PluginOptions options() {
        String count = settings.shaped("contactsInPlugin", "[0-9]{1,9}", "a number");
        String separator = settings.text("separator");
        return new PluginOptions(
                settings.required("export", "the plugin"),
                columns(),
                zone(),
                separator.isEmpty() ? "," : separator,
                fieldTypes(),
                count.matches("[0-9]{1,9}") ? Long.parseLong(count) : -1,
                settings.oneOf("complete", List.of("true", "false")).equals("true"));
    }

    /** Headers are compared as the reader of tables does: small letters, everything else an underline. */
    private Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String pair : settings.text("columnMap").split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String header = pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                columns.put(
                        header.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", ""),
                        pair.substring(equals + 1).strip());
            } else if (!pair.isBlank()) {
                settings.problem("setting 'columnMap' must be like Correo=email;Etiquetas=tags");
            }
        }
        return columns;
    }

    private Map<String, CellShape> fieldTypes() {
        Map<String, CellShape> types = new LinkedHashMap<>();
        for (String pair : settings.text("fieldTypes").split(";", -1)) {
            String type = pair.substring(pair.indexOf('=') + 1).strip();
            Optional<CellShape> shape = CellShape.of(type);
            if (pair.indexOf('=') > 0 && shape.isPresent()) {
                types.put(pair.substring(0, pair.indexOf('=')).strip().toLowerCase(Locale.ROOT), shape.get());
            } else if (!pair.isBlank()) {
                settings.problem("setting 'fieldTypes' must be like Customer number=text;Since=day, with types "
                        + Stream.of(CellShape.values()).map(CellShape::word).collect(Collectors.joining(", ")));
            }
        }
        return types;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(settings.text("zone"));
        } catch (DateTimeException e) {
            settings.problem(
                    "setting 'zone' must be a time zone such as Europe/Berlin but was '" + settings.text("zone") + "'");
            return ZoneId.of("UTC");
        }
    }
}
