package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.catalog.PlatformNote.Counted;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.ExportScreen;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceOutline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to be exported, what is missing in it, and what to know about the platforms. */
class ExportDocumentsTest {

    private static final ObjectType CUSTOMER = ObjectType.of("customer");
    private static final ObjectType SALE = ObjectType.of("sale");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void outlined() {
        bench = new Bench(folder).customers(3);
        bench.source.outline(new SourceOutline(
                List.of(
                        new ObjectDescription(CUSTOMER, List.of(), ObjectTraits.SOURCE),
                        new ObjectDescription(SALE, List.of(), ObjectTraits.SOURCE)),
                List.of(
                        new ExportScreen(
                                CUSTOMER,
                                "customers",
                                "Customers > Export",
                                List.of("name", "zip"),
                                40,
                                true,
                                "Oldest first"),
                        new ExportScreen(SALE, "sales", "Sales > Export", List.of("amount"), 0, false, "")),
                List.of("no recordings")));
    }

    private String document(Migration migration, DocumentName name) {
        return migration.document(name, DocumentFormat.MARKDOWN);
    }

    @Test
    void saysWhatToExport_beforeThereIsAnyFile() {
        try (Migration migration = bench.open()) {
            String checklist = document(migration, DocumentName.EXPORT_CHECKLIST);

            assertThat(checklist)
                    .contains("| customer | customers | Customers &gt; Export | not said | 1 for every 40 rows | yes |")
                    .contains("| customers | name, zip |")
                    .contains("no recordings");
        }
    }

    @Test
    void plansTheParts_whenItIsSaidHowManyThereAre() {
        try (Migration migration = bench.open()) {
            migration.expect(Map.of("Customers", 95L));
            String checklist = document(migration, DocumentName.EXPORT_CHECKLIST);

            assertThat(checklist)
                    .contains("| 95 | 3 | yes | Oldest first |")
                    .contains("| customers | 1 of 3 | 1 to 40 |", "| customers | 3 of 3 | 81 to 95 |")
                    .doesNotContain("4 of 3");
        }
    }

    @Test
    void asksForWhatIsMissing_againstTheChecklist() {
        try (Migration migration = bench.open()) {
            migration.expect(Map.of("customer", 5L));
            migration.extract();
            String request = document(migration, DocumentName.SUPPLEMENTAL_EXPORT_REQUEST);

            assertThat(request)
                    .contains("| sale | sales | Sales &gt; Export | if there are any |")
                    .contains("| customer | 5 | 3 | 2 |")
                    .contains("| customer | zip |");
        }
    }

    @Test
    void saysThatNothingIsMissing_whenTheExportIsWhole() {
        bench.source.outline(new SourceOutline(
                List.of(),
                List.of(new ExportScreen(CUSTOMER, "customers", "Customers > Export", List.of("name"), 0, true, "")),
                List.of()));
        try (Migration migration = bench.open()) {
            migration.extract();

            assertThat(document(migration, DocumentName.SUPPLEMENTAL_EXPORT_REQUEST))
                    .contains("Nothing of the checklist is missing.");
        }
    }

    @Test
    void holdsNotesAgainstTheData_andSaysWhatIsTooMuch() {
        bench.source.inventory(new SourceInventory(List.of("Welcome", "Nurture"), List.of()));
        bench.destination
                .note(PlatformNote.of("automations per plan", "One is allowed.", Counted.AUTOMATIONS, "the box's pages")
                        .limited(1))
                .note(PlatformNote.of("records", "All are written.", Counted.RECORDS, "the box's pages"));
        try (Migration migration = bench.open()) {
            Bench.plan(migration);

            assertThat(document(migration, DocumentName.DESTINATION_NOTES))
                    .contains("| automations per plan | One is allowed. | 2, too many | 1 | the box's pages |")
                    .contains("| records | All are written. | 6 |");
        }
    }

    @Test
    void linksRecordsOfASpotCheck_wherePeopleSeeThem() {
        bench.destination.links(record -> record.type().name().equals("person")
                ? Optional.of("https://box.example.com/person/" + record.id())
                : Optional.empty());
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            SpotCheck drawn = migration.spotCheck(6, 1);

            assertThat(drawn.records()).hasSize(6).allSatisfy(record -> {
                String ref = record.record().orElseThrow();
                assertThat(record.link())
                        .isEqualTo(
                                ref.startsWith("person:")
                                        ? Optional.of("https://box.example.com/person/" + ref.substring(7))
                                        : Optional.empty());
            });
            assertThat(document(migration, DocumentName.SPOTCHECK)).contains("box.example.com/person/");
        }
    }
}
