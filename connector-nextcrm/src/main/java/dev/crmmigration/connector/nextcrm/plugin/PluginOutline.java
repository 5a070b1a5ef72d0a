package dev.crmmigration.connector.nextcrm.plugin;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.ExportScreen;
import dev.crmmigration.api.source.SourceOutline;
import java.util.List;
import java.util.stream.Stream;

/** What the plugin exports, as far as it is known: where its pages do so was never published. */
public final class PluginOutline {

    /** What no export has. */
    static final List<String> NOT_EXPORTED = List.of(
            "NextCRM's plugin has published no list of its columns; they were told by their headers, and what is not"
                    + " known is a custom field",
            "conditions of dynamic segments are in no export that is known: write them down");

    private PluginOutline() {}

    public static SourceOutline outline() {
        return new SourceOutline(
                Stream.of(PluginObject.COMPANY, PluginObject.CONTACT)
                        .map(PluginOutline::description)
                        .toList(),
                List.of(
                        screen(
                                PluginObject.COMPANY,
                                "companies.csv",
                                "Only if there are companies; else they are made of the contacts' column."),
                        screen(
                                PluginObject.CONTACT,
                                "contacts.csv",
                                "All contacts, unsubscribed and bounced ones too, with all columns and custom fields"
                                        + " ticked. Several files are put together. Note the count that the page shows."
                                        + " Put the JSON of automations, sequences and campaigns beside them.")),
                NOT_EXPORTED);
    }

    private static ObjectDescription description(PluginObject object) {
        return new ObjectDescription(
                ObjectType.of(object.type()),
                object.fields().entrySet().stream()
                        .map(field -> field.getValue().describe(field.getKey()))
                        .toList(),
                ObjectTraits.SOURCE);
    }

    private static ExportScreen screen(PluginObject object, String file, String note) {
        return new ExportScreen(
                ObjectType.of(object.type()),
                file,
                "",
                List.copyOf(object.fields().keySet()),
                0,
                object == PluginObject.CONTACT,
                note);
    }
}
