package dev.crmmigration.connector.profi;

import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.toolkit.bundle.Automations;
import dev.crmmigration.toolkit.bundle.BundleGaps;
import dev.crmmigration.toolkit.linkage.LinkReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what the bundle does not hold, what had to be worked out to read it, and what has to be rebuilt by hand. */
final class ProfiInventory {

    /** What no bundle has. */
    static final List<String> NOT_EXPORTED = List.of(
            "Profi keeps video recordings outside the export: their links are kept in the notes of sessions, the videos do"
                    + " not move",
            "Profi does not export chats, booking pages, calendars, availability, forms or e-mails sent");

    private final Survey survey;

    ProfiInventory(Survey survey) {
        this.survey = survey;
    }

    SourceInventory inventory() {
        Automations automations = Automations.of(survey.bundle().folder());
        LinkReport links = new LinkReport(survey.links(), "enrollment", "Profi");
        BundleGaps gaps = new BundleGaps(survey.bundle())
                .addAll(NOT_EXPORTED)
                .addAll(automations.gaps())
                .files(survey.attachments(), Set.of(Automations.FILE))
                .count(
                        survey.sessions().recordings(),
                        "session(s) have a recording: download it yourself if it is needed")
                .addAll(links.counts())
                .list(links.imbalances(), "enrollments whose sessions do not add up")
                .list(links.unlinked(), "sessions without a package that can be told")
                .people(survey.people())
                .count(survey.privateNotes(), "note(s) are private to their author in Profi")
                .columns();
        List<String> names = new ArrayList<>(automations.lines());
        survey.sessions()
                .patterns()
                .forEach((pattern, count) -> names.add("recurring sessions, " + pattern + ": " + count + " series"
                        + " (from the data; to be rebuilt as recurring follow-ups)"));
        return new SourceInventory(names, gaps.sentences(), automations.definitions());
    }
}
