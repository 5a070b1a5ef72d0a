package dev.crmmigration.connector.thepractice;

import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.catalog.PlatformNote.Counted;
import java.util.List;

/** What people should know about The Practice before its data are moved. */
final class PracticeNotes {

    private static final String PAGE = "the pair's page, The Practice gotchas, read 2026-08";

    static final List<PlatformNote> NOTES = List.of(
            PlatformNote.of(
                    "no public API",
                    "All data come from exports by hand; a later export is the delta.",
                    Counted.RECORDS,
                    PAGE),
            PlatformNote.of(
                    "recordings and large files are downloaded by hand",
                    "Their links are kept in notes. Download them before the account is closed.",
                    Counted.FILES,
                    PAGE),
            PlatformNote.of(
                    "tags of groups are not in the export of clients",
                    "They are handed down again from the exports of groups and members.",
                    Counted.NOTHING,
                    PAGE),
            PlatformNote.of(
                    "contracts are linked PDFs",
                    "Put the PDFs into files/ of the export: links to them expire.",
                    Counted.FILES,
                    PAGE));

    private PracticeNotes() {}
}
