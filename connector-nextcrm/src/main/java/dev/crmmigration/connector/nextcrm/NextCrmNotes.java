package dev.crmmigration.connector.nextcrm;

import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.catalog.PlatformNote.Counted;
import java.util.List;

/** What people should know about NextCRM before its data are moved. */
final class NextCrmNotes {

    private static final String PAGE = "the pair's page, NextCRM gotchas, read 2026-08";

    static final List<PlatformNote> NOTES = List.of(
            PlatformNote.of(
                    "automations do not move",
                    "Those of the plugin are described by their JSON and rebuilt by hand; the application has none but"
                            + " campaigns of several mails.",
                    Counted.AUTOMATIONS,
                    PAGE),
            PlatformNote.of(
                    "active sends are paused first",
                    "A campaign that is scheduled or sending is a question of the plan, and the run looks again before"
                            + " it starts.",
                    Counted.NOTHING,
                    "the pair's page, row Campaign, read 2026-08"),
            PlatformNote.of(
                    "contact limits by plan",
                    "An export of the plugin may end at the plan's limit: give the number that its page shows as"
                            + " 'contactsInPlugin', and what is missing is told.",
                    Counted.RECORDS,
                    PAGE),
            PlatformNote.of(
                    "support of lifetime plans ends",
                    "Ask the vendor about the export before it does; nothing here needs the vendor.",
                    Counted.NOTHING,
                    PAGE),
            PlatformNote.of(
                    "limited API",
                    "It is not used: the application is read from its database, the plugin from its CSV files.",
                    Counted.NOTHING,
                    PAGE));

    private NextCrmNotes() {}
}
