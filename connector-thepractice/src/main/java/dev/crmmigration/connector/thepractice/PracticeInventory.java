package dev.crmmigration.connector.thepractice;

import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.toolkit.bundle.Automations;
import dev.crmmigration.toolkit.bundle.BundleGaps;
import dev.crmmigration.toolkit.linkage.LinkReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what the bundle does not hold, what had to be worked out to read it, and what has to be rebuilt by hand. */
final class PracticeInventory {

    /** What no bundle has. */
    static final List<String> NOT_EXPORTED = List.of(
            "The Practice has no API for its customers: all of it is exported by hand, once more for every delta",
            "The Practice keeps session recordings and large files outside the export: their links are kept in the notes of"
                    + " sessions, the files do not move until they lie in the bundle",
            "The Practice does not export chats, schedulers, calendars, availability, e-mails sent or contract templates");

    private final Survey survey;

    PracticeInventory(Survey survey) {
        this.survey = survey;
    }

    SourceInventory inventory() {
        Automations automations = Automations.of(survey.bundle().folder());
        LinkReport links = new LinkReport(survey.links(), "client package", PracticeObject.LABEL);
        BundleGaps gaps = new BundleGaps(survey.bundle())
                .addAll(NOT_EXPORTED)
                .addAll(automations.gaps())
                .addAll(survey.forms().gaps())
                .files(survey.attachments(), Set.of(Automations.FILE, Forms.FILE))
                .count(
                        survey.sessions().recordings(),
                        "session(s) have a recording: download it yourself if it is needed")
                .count(
                        survey.sessions().images(),
                        "image(s) stand in the notes of sessions themselves: they are named there, the images do not move");
        survey.contracts().gaps().forEach((why, count) -> gaps.add(count + " contract(s) have no file: " + why));
        statusTimes(gaps);
        gaps.addAll(links.counts())
                .list(links.imbalances(), "packages of clients whose sessions do not add up")
                .list(links.unlinked(), "sessions without a package that can be told")
                .people(survey.people())
                .count(
                        survey.affiliations().dangling(),
                        "row(s) of client_companies.csv name a company that the export does not have")
                .count(
                        survey.groups().inCircle().size(),
                        "group(s) are their own ancestor: each hands its tags down once")
                .list(survey.tags().suspicions(), "tags that groups seem to have handed down")
                .columns();
        List<String> names = new ArrayList<>(automations.lines());
        names.addAll(survey.forms().lines());
        return new SourceInventory(names, gaps.sentences(), automations.definitions());
    }

    private void statusTimes(BundleGaps gaps) {
        boolean has = !survey.bundle().tables(PracticeObject.STATUS_CHANGE).isEmpty();
        if (!has && !survey.bundle().tables(PracticeObject.CLIENT_PACKAGE).isEmpty()) {
            gaps.add("without package_status_changes.csv only the last change of each package of a client is known: its"
                    + " time stands for the time of its status");
        }
    }
}
