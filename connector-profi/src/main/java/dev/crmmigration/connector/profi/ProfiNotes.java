package dev.crmmigration.connector.profi;

import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.catalog.PlatformNote.Counted;
import java.util.List;

/** What people should know about Profi before its data are moved. */
final class ProfiNotes {

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

    private ProfiNotes() {}
}
