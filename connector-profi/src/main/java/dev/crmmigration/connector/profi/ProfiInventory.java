package dev.crmmigration.connector.profi;

import dev.crmmigration.api.source.SourceInventory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says what the bundle does not hold, what had to be worked out to read it, and what has to be rebuilt by hand. */
final class ProfiInventory {

    private static final int MOST_LISTED = 50;

    static final List<String> NOT_EXPORTED = List.of(
            "Profi keeps video recordings outside the export: their links are kept in the notes of sessions, the videos do"
                    + " not move",
            "Profi does not export chats, booking pages, calendars, availability, forms or e-mails sent");

    private final Survey survey;
    private final ProfiExport export;
    private final List<String> gaps = new ArrayList<>(NOT_EXPORTED);

    ProfiInventory(Survey survey) {
        this.survey = survey;
        this.export = survey.export();
    }

    SourceInventory inventory() {
        Automations automations = Automations.of(export.folder());
        files(automations);
        links();
        people();
        columns();
        List<String> names = new ArrayList<>(automations.lines());
        survey.sessions()
                .patterns()
                .forEach((pattern, count) -> names.add("recurring sessions, " + pattern + ": " + count + " series"
                        + " (from the data; to be rebuilt as recurring follow-ups)"));
        return new SourceInventory(names, gaps, automations.definitions());
    }

    private void files(Automations automations) {
        gaps.addAll(automations.gaps());
        for (ProfiObject object : ProfiObject.ALL) {
            if (export.tables(object).isEmpty()) {
                gaps.add("the export has no file " + object.table().name() + ".csv: no " + object.type() + " can move");
            }
        }
        Set<String> others = new HashSet<>(export.others());
        others.removeIf(file -> file.equals("manifest.json") || file.equals(Automations.FILE));
        List<String> extra = List.copyOf(survey.attachments().extra(others));
        extra.stream()
                .limit(MOST_LISTED)
                .forEach(
                        file -> gaps.add("file " + file + " is in the export, but nothing names it: it does not move"));
        more(extra.size(), "files that nothing names");
        survey.attachments()
                .missing()
                .forEach((category, count) -> gaps.add(count + " attachment(s) of the category '"
                        + (category.isEmpty() ? "none" : category)
                        + "' have no file in the export: their names and links are kept in notes"));
        if (survey.sessions().recordings() > 0) {
            gaps.add(survey.sessions().recordings()
                    + " session(s) have a recording: download it yourself if it is needed");
        }
    }

    private void links() {
        survey.links()
                .counts()
                .forEach((origin, count) -> gaps.add("sessions linked to packages, " + origin.word() + ": " + count));
        List<PackageBalance> off = survey.links().balances().stream()
                .filter(balance -> balance.verdict() != PackageBalance.Verdict.BALANCED
                        && balance.verdict() != PackageBalance.Verdict.UNKNOWN)
                .toList();
        off.stream()
                .limit(MOST_LISTED)
                .forEach(balance -> gaps.add("enrollment " + balance.enrollment() + " is "
                        + balance.verdict().word() + ": sessions linked " + plain(balance.linked())
                        + ", difference to what Profi says " + plain(balance.difference())));
        more(off.size(), "enrollments whose sessions do not add up");
        List<String> unlinked = survey.links().unlinked();
        unlinked.stream()
                .limit(MOST_LISTED)
                .forEach(session -> gaps.add(
                        "session " + session.replace("\n", " of client ") + " belongs to no package that can be told"));
        more(unlinked.size(), "sessions without a package that can be told");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private void more(int size, String what) {
        if (size > MOST_LISTED) {
            gaps.add("and " + (size - MOST_LISTED) + " more " + what);
        }
    }

    private void people() {
        Clients clients = survey.clients();
        if (clients.merged() > 0) {
            gaps.add(clients.merged()
                    + " client(s) have the address and name of another one and become one person with it");
        }
        if (clients.shared() > 0) {
            gaps.add(clients.shared() + " address(es) are shared by clients of different names, who stay apart");
        }
        if (survey.coaches().unknown() > 0) {
            gaps.add(survey.coaches().unknown() + " coach(es) are named who are not in coaches.csv");
        }
        if (survey.privateNotes() > 0) {
            gaps.add(survey.privateNotes() + " note(s) are private to their author in Profi");
        }
    }

    private void columns() {
        for (ProfiObject object : export.objects()) {
            Set<String> seen = new HashSet<>();
            export.tables(object).stream()
                    .flatMap(table -> table.extras().stream())
                    .filter(column -> !Fields.isCustom(column) && seen.add(column.key()))
                    .forEach(column -> gaps.add("column '" + column.header() + "' of "
                            + object.table().name() + " is none of Profi's: it is read as "
                            + Fields.key(object, column)));
        }
        if (export.manifest().isEmpty()) {
            gaps.add("the export has no manifest: neither its time nor its number of rows can be checked");
        }
    }
}
