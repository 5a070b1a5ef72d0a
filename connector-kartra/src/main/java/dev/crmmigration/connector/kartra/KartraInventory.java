package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.connector.kartra.api.AccountNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says what the export does not hold, and what had to be assumed to read it. */
final class KartraInventory {

    private static final String MEMBERSHIPS = "Kartra does not export membership access or course progress";
    private static final String POSITIONS = "Kartra does not export how far a contact is in a sequence";
    private static final String LIST_STATES =
            "Kartra does not export whether a list membership is active: the subscribed state of lists is unknown";

    /** What the API tells of each contact. */
    private static final List<String> TOLD_BY_API = List.of(MEMBERSHIPS, POSITIONS, LIST_STATES);

    /** What Kartra's pages show but its export leaves out. */
    static final List<String> NOT_EXPORTED = List.of(
            "Kartra does not export form submissions, survey answers or webinar registrations",
            MEMBERSHIPS,
            "Kartra does not export e-mails sent or opened, or helpdesk tickets",
            "Kartra does not export the activity log or the history of lead scores",
            POSITIONS,
            LIST_STATES,
            "Kartra does not export MRR or ARR",
            "Kartra does not export pipelines, or the logic of automations and sequences",
            "Kartra does not export pages, checkouts or media");

    private final KartraExport export;
    private final KartraSettings settings;
    private final List<ObjectSurvey> surveys;
    private final AccountNames names;
    private final List<String> gaps = new ArrayList<>();

    /** @param names what the API says of the account */
    KartraInventory(KartraExport export, KartraSettings settings, List<ObjectSurvey> surveys, AccountNames names) {
        this.export = export;
        this.settings = settings;
        this.surveys = surveys;
        this.names = names;
    }

    SourceInventory inventory() {
        gaps.addAll(NOT_EXPORTED);
        if (settings.api().isPresent()) {
            gaps.removeAll(TOLD_BY_API);
            gaps.add("Kartra does not export course progress");
            gaps.addAll(names.gaps());
        }
        KartraExport.OBJECTS.stream()
                .filter(object -> !export.objects().contains(object))
                .forEach(this::missing);
        export.unknown()
                .forEach(file -> gaps.add("file " + file + " was not read: it is no export of Kartra's that is"
                        + " known by its columns"));
        surveys.forEach(this::describe);
        assumptions();
        return new SourceInventory(automations(), gaps);
    }

    private void missing(KartraObject object) {
        long folded = surveys.stream()
                .mapToLong(survey -> survey.folded(object.type()).size())
                .sum();
        gaps.add(
                folded == 0
                        ? "the export has no " + object.file() + " file: no " + object.type() + " can move"
                        : "the export has no " + object.file() + " file: " + folded
                                + " were put together from transactions, with what those say");
    }

    private void describe(ObjectSurvey survey) {
        gaps.addAll(survey.gaps());
        survey.names().forEach(this::names);
        survey.customFields().forEach(this::customField);
        survey.repeatedHeaders().forEach((file, count) -> {
            if (count > 0) {
                gaps.add("file " + file + " repeats its header; lines left out for that: " + count);
            }
        });
        survey.files().forEach(file -> file(file, survey));
    }

    private void names(String key, NameColumn column) {
        if (column.cells() == 0) {
            return;
        }
        gaps.add("column " + key + " was split at '" + column.splitter().separators() + "': " + column.cells()
                + " cells hold " + column.names().size() + " distinct names"
                + (column.unknownNames() == 0
                        ? ""
                        : ", " + column.unknownNames() + " of them not in the list of names"));
    }

    private void customField(CustomField field) {
        if (field.description().platformType().endsWith("(inferred)")
                && field.description().type() != FieldType.TEXT) {
            gaps.add("the type of custom field '" + field.description().label() + "' was told by its values: "
                    + field.description().platformType());
        }
    }

    private void file(ExportFile file, ObjectSurvey survey) {
        if (file.table().encoding().equals("windows-1252")) {
            gaps.add("file " + file.name() + " is not UTF-8 and was read as Windows-1252");
        }
        Set<String> missing = new HashSet<>();
        survey.files().forEach(other -> other.columns().forEach(column -> missing.add(column.key())));
        file.columns().forEach(column -> missing.remove(column.key()));
        if (!missing.isEmpty()) {
            gaps.add("file " + file.name() + " lacks columns that other files of the "
                    + survey.object().file() + " have: "
                    + String.join(", ", missing.stream().sorted().toList()));
        }
    }

    private void assumptions() {
        gaps.add("Kartra's dates name no zone and were read as " + settings.zone()
                + "; should they be in fixed EST, those in summer are an hour off: set 'zone' to -05:00");
        export.guessedCurrency()
                .ifPresent(code -> gaps.add(
                        "amounts whose header names no currency were taken to be in " + code + ", as all others are"));
        if (hasColumn(Contacts.TYPE.name(), Consent.COMMUNICATIONS)
                && settings.agreed().isEmpty()) {
            gaps.add("a bare 0 or 1 in gdpr_communications counts as unknown until 'gdprPolarity' says what it means");
        }
        idsOfContacts();
        definitions();
    }

    private boolean hasColumn(String type, String key) {
        return surveys.stream()
                .filter(survey -> survey.object().type().name().equals(type))
                .flatMap(survey -> survey.files().stream())
                .flatMap(file -> file.columns().stream())
                .anyMatch(column -> column.key().equals(key));
    }

    private void idsOfContacts() {
        List<ExportFile> files = surveys.stream()
                .filter(survey -> survey.object().type().equals(Contacts.TYPE))
                .flatMap(survey -> survey.files().stream())
                .toList();
        long withId = files.stream()
                .filter(file ->
                        file.columns().stream().anyMatch(column -> column.key().equals("lead_id")))
                .count();
        if (withId > 0 && withId < files.size()) {
            gaps.add(
                    "some contacts files have lead ids and some do not: a contact in both kinds counts twice. Export all"
                            + " with the same columns");
        }
    }

    private void definitions() {
        export.dictionaries().definitions().stream()
                .filter(definition -> definition.type().isEmpty())
                .forEach(definition -> gaps.add("the definition of custom field '" + definition.name()
                        + "' names no type of Kartra's, so its values decided"));
    }

    private List<String> automations() {
        Stream<String> ofContacts = surveys.stream()
                .flatMap(survey -> survey.names().entrySet().stream())
                .filter(entry -> entry.getKey().equals(Contacts.SEQUENCES))
                .flatMap(entry -> entry.getValue().names().stream());
        return Stream.concat(ofContacts, names.sequences().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
