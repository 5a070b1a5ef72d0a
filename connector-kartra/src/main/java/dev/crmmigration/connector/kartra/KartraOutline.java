package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.catalog.PlatformNote.Counted;
import dev.crmmigration.api.source.ExportScreen;
import dev.crmmigration.api.source.SourceOutline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What Kartra exports whoever the customer is, and where its pages do so. */
final class KartraOutline {

    private static final String CONTACTS_NOTE =
            "Sort by the date joined, oldest first, and cut the export by that filter."
                    + " Parts may overlap: they are put together by content. Note the count that the page shows.";

    /** Where the pages are (Kartra help, "Advanced filters", "Issuing refunds", "Paying affiliates", read 2026-09). */
    private static final Map<String, Place> PLACES = Map.of(
            "contact",
            new Place("Contacts > All contacts > Advanced filters > select all > Export to CSV", CONTACTS_NOTE),
            "transaction",
            new Place(
                    "Products > Analytics > Transactions > Advanced filters > export",
                    "All types, from the first day to today: failed payments and cancellations are needed for the counts."),
            "subscription",
            new Place(
                    "Products > Analytics > Subscriptions, if your account offers an export there",
                    "Without it subscriptions are told by the transactions."),
            "appointment",
            new Place(
                    "Events > Calendars > Agenda, if your account offers an export there",
                    "All calendars, classes and coaches; all statuses; from the first day on."),
            "affiliate",
            new Place("Products > Affiliates > Advanced filters > download", "Only if you have affiliates."));

    private static final String PAGE = "the pair's page, Kartra gotchas, read 2026-08";

    static final List<PlatformNote> NOTES = List.of(
            PlatformNote.of(
                    "behavioural history is absent",
                    "What people did is known only where a tag was set for it. Such tags are listed as informational; the"
                            + " history itself stays in Kartra.",
                    Counted.TRACES,
                    PAGE),
            PlatformNote.of(
                    "sequences and automations cannot be exported",
                    "Names come from the contacts' sequences column; what they do is filled into the questionnaire by hand.",
                    Counted.AUTOMATIONS,
                    PAGE),
            PlatformNote.of(
                    "exports by hand, in parts",
                    "All data come from CSV downloads of the web pages, larger accounts in parts of 2,500 contacts. Parts are"
                            + " put together by content, and gaps are told.",
                    Counted.RECORDS,
                    PAGE),
            PlatformNote.of(
                    "records name each other by e-mail or lead id",
                    "A transaction whose contact is not in the export waits, or goes without it, as the plan says.",
                    Counted.BROKEN_LINKS,
                    PAGE));

    private KartraOutline() {}

    /**
     * Returns the outline.
     *
     * @param rowsPerFile how many contacts one export holds
     * @param gaps what is never exported
     */
    static SourceOutline of(long rowsPerFile, List<String> gaps) {
        return new SourceOutline(
                KartraExport.OBJECTS.stream().map(KartraOutline::description).toList(),
                KartraExport.OBJECTS.stream()
                        .map(object -> screen(object, rowsPerFile))
                        .toList(),
                gaps);
    }

    private static ObjectDescription description(KartraObject object) {
        Stream<FieldDescription> columns = object.fields().stream()
                .map(field -> FieldDescription.builder(field.key(), field.kind().type())
                        .build());
        Stream<FieldDescription> derived = new TreeMap<>(object.derived())
                .entrySet().stream()
                        .map(field -> FieldDescription.builder(
                                        field.getKey(), field.getValue().type())
                                .build());
        return new ObjectDescription(
                object.type(), Stream.concat(columns, derived).toList(), ObjectTraits.SOURCE);
    }

    private static ExportScreen screen(KartraObject object, long rowsPerFile) {
        Place place = Optional.ofNullable(PLACES.get(object.type().name())).orElse(Place.UNKNOWN);
        boolean isContacts = object.type().equals(Contacts.TYPE);
        return new ExportScreen(
                object.type(),
                object.file(),
                place.screen(),
                object.fields().stream().map(KnownField::key).toList(),
                isContacts ? rowsPerFile : 0,
                isContacts,
                place.note());
    }

    private record Place(String screen, String note) {
        private static final Place UNKNOWN = new Place("", "");
    }
}
