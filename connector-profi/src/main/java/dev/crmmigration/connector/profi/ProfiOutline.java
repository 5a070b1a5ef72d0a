package dev.crmmigration.connector.profi;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.catalog.PlatformNote.Counted;
import dev.crmmigration.api.source.ExportScreen;
import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.toolkit.tabular.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a bundle of Profi's holds whoever the customer is. */
final class ProfiOutline {

    private static final String BUNDLE =
            "the export of the whole workspace (one folder or zip, a file for each object)";

    private static final Map<String, String> HINTS = Map.of(
            "client", "Nothing can move without it.",
            "session", "With cancelled and missed sessions: the balance of packages is counted with them.",
            "enrollment", "With ended enrollments: sessions find their package by it.",
            "attachment", "With the folder of the files that it names.");

    private static final String PAGE = "the pairs' pages, Profi gotchas, read 2026-08";

    static final List<PlatformNote> NOTES = List.of(
            PlatformNote.of(
                    "no public API for bulk export",
                    "The bundle of the whole workspace is read; a later bundle is the delta.",
                    Counted.RECORDS,
                    PAGE),
            PlatformNote.of(
                    "sessions lose their package in the export",
                    "They are linked again by ids, dates and balances; the profile says how many by which way, and what is"
                            + " left over.",
                    Counted.NOTHING,
                    PAGE),
            PlatformNote.of(
                    "recordings are stored outside the export",
                    "Their links are kept in notes. Download the recordings before the account is closed.",
                    Counted.NOTHING,
                    PAGE));

    private ProfiOutline() {}

    static SourceOutline outline() {
        return new SourceOutline(
                ProfiObject.ALL.stream().map(ProfiOutline::description).toList(),
                ProfiObject.ALL.stream().map(ProfiOutline::screen).toList(),
                ProfiInventory.NOT_EXPORTED);
    }

    private static ObjectDescription description(ProfiObject object) {
        List<FieldDescription> fields = new ArrayList<>();
        object.table()
                .columns()
                .forEach(column -> fields.add(FieldDescription.builder(column.key(), Fields.type(column.kind()))
                        .build()));
        object.derived()
                .forEach((key, type) ->
                        fields.add(FieldDescription.builder(key, type).build()));
        return new ObjectDescription(object.type(), fields, ObjectTraits.SOURCE);
    }

    private static ExportScreen screen(ProfiObject object) {
        return new ExportScreen(
                object.type(),
                object.table().name() + ".csv",
                BUNDLE,
                object.table().columns().stream()
                        .map(Column::key)
                        .filter(key -> !key.equals("deleted_at"))
                        .toList(),
                0,
                object.equals(ProfiObject.CLIENT),
                HINTS.getOrDefault(object.type().name(), ""));
    }
}
