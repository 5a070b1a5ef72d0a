package dev.crmmigration.engine.internal.document;

import dev.crmmigration.engine.DocumentFormat;
import dev.crmmigration.engine.DocumentName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every document by its name, and every form of it. */
public final class Documents {

    private static final String PERSONAL =
            "This page shows values of records, which are personal data of the customer's"
                    + " contacts: it is for the customer's own people. For others, make it without values.";
    private static final String WITHOUT = "The values of the records, and who is who, were left out of this page.";

    private final Evidence evidence;

    public Documents(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Returns a document in a form, as the text of a file. */
    public String text(DocumentName name, DocumentFormat format) {
        Document document = document(name);
        return switch (format) {
            case HTML -> html(name, document);
            case MARKDOWN -> MarkdownText.of(document);
            case CSV -> CsvText.of(document);
            case JSON -> DocumentJson.of(document);
        };
    }

    private String html(DocumentName name, Document document) {
        boolean isWithValues = evidence.discretion() == Discretion.WITH_VALUES;
        String footer = "Made of plan and reports of the workspace" + account()
                + ". The page fetches nothing and can be kept as it is.";
        boolean hasRecords = name == DocumentName.MIGRATION
                || name == DocumentName.SPOTCHECK
                || name == DocumentName.FAILED_AND_HELD;
        return HtmlPage.of(
                document,
                footer,
                isWithValues ? PERSONAL : WITHOUT,
                hasRecords ? Optional.of(Explorer.records(evidence, origins(name))) : Optional.empty());
    }

    private static List<String> origins(DocumentName name) {
        return switch (name) {
            case SPOTCHECK -> List.of("spotcheck");
            case FAILED_AND_HELD -> List.of("failed-and-held");
            default -> List.of("failed-and-held", "spotcheck", "sample");
        };
    }

    private String account() {
        String account = evidence.plan().path("account").asText("");
        return account.isEmpty() ? "" : ", for the account " + account;
    }

    Document document(DocumentName name) {
        String pair = evidence.source() + " to " + evidence.destination();
        return switch (name) {
            case MIGRATION -> made(name, pair + ": the migration", whole());
            case RECONCILIATION -> made(name, "Reconciliation, " + pair, ReconciliationSections.of(evidence));
            case FAILED_AND_HELD -> made(name, "Records that wait or were refused", FailedSections.of(evidence));
            case OWNER_REPORT -> made(name, "Owners, " + pair, owners());
            case GAP_REPORT -> made(name, "Gaps, " + pair, GapSections.whole(evidence));
            case FIELD_MAPPING_WORKBOOK -> made(name, "Field mapping, " + pair, FieldMappingSections.of(evidence));
            case AUTOMATION_INVENTORY -> made(name, "Automations to rebuild", AutomationSections.of(evidence));
            case AUTOMATION_QUESTIONNAIRE ->
                made(name, "Questionnaire about automations", AutomationSections.questionnaire(evidence));
            case SUPPLEMENTAL_EXPORT_REQUEST ->
                made(name, "Supplemental exports of " + evidence.source(), SupplementSections.of(evidence));
            case CLEANING_REPORT -> made(name, "Cleaning, " + evidence.source(), CleaningSections.of(evidence));
            case ADMIN_CHECKLIST ->
                made(name, "Checklist for an admin of " + evidence.destination(), AdminSections.of(evidence));
            case EXPORT_CHECKLIST ->
                made(name, "Checklist for the export of " + evidence.source(), ExportSections.of(evidence));
            case MIGRATION_SCOPE -> made(name, "Scope, " + pair, ScopeSections.of(evidence));
            case DESTINATION_NOTES -> made(name, "Notes on " + evidence.destination(), NotesSections.of(evidence));
            case DOCUMENTED_RECORDS -> made(name, "Records in files", DocumentedSections.of(evidence));
            case SPOTCHECK -> made(name, "Spot check, " + pair, SpotcheckSections.of(evidence));
        };
    }

    private static Document made(DocumentName name, String title, List<Section> sections) {
        return new Document(
                name.text(),
                title,
                name.about(),
                sections.stream().filter(section -> !section.isEmpty()).toList());
    }

    private List<Section> whole() {
        return Stream.of(
                        OverviewSections.of(evidence),
                        ProfileSections.of(evidence),
                        cleaning(),
                        GapSections.of(evidence),
                        PlanSections.of(evidence),
                        OwnerSections.of(evidence),
                        AutomationSections.of(evidence),
                        CostSections.of(evidence),
                        RehearsalSections.of(evidence),
                        SampleSections.of(evidence),
                        RunSections.of(evidence),
                        evidence.reconciliation().isMissingNode()
                                ? List.<Section>of()
                                : ReconciliationSections.of(evidence),
                        EndSections.of(evidence))
                .flatMap(List::stream)
                .toList();
    }

    private List<Section> cleaning() {
        return evidence.profile().isMissingNode() ? List.of() : CleaningSections.of(evidence);
    }

    private List<Section> owners() {
        Section missing = Section.titled("For an admin")
                .table(OwnerSections.missing(evidence))
                .build();
        return List.of(OwnerSections.of(evidence).get(0), missing);
    }
}
