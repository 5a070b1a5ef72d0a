package dev.crmmigration.connector.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.ExportScreen;
import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.connector.nextcrm.app.AppEdition;
import dev.crmmigration.connector.nextcrm.database.InventedBusiness;
import dev.crmmigration.connector.nextcrm.database.NextCrmDatabase;
import dev.crmmigration.testkit.contract.ContractContext;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of NextCRM before any data are there. */
class OutlineTest {

    private static final NextCrmSource SOURCE = new NextCrmSource();

    private static List<String> fields(ObjectDescription object) {
        return object.fields().stream()
                .map(field -> field.key() + " " + field.type() + " "
                        + field.refersTo().map(ObjectType::name).orElse(""))
                .toList();
    }

    @Test
    void holdsEveryObjectOfTheApplication_asADatabaseOfTheNewestReleaseHasIt() {
        SourceOutline outline = SOURCE.outline();
        try (NextCrmDatabase database = NextCrmDatabase.of(new InventedBusiness(400));
                SourceSession session = SOURCE.open(
                        Settings.of("jdbcUrl", database.jdbcUrl())
                                .with("user", database.reader())
                                .secret("password", database.readerPassword())
                                .with("tls", "off")
                                .checked("nextcrm", SOURCE.settings()),
                        ContractContext.on(SimulatorClock.system()))) {
            assertThat(outline.objects())
                    .extracting(object -> object.type().name())
                    .containsExactlyInAnyOrderElementsOf(AppEdition.objects());
            session.catalog()
                    .objects()
                    .forEach(object -> assertThat(outline.objects())
                            .filteredOn(known -> known.type().equals(object.type()))
                            .as(object.type().name())
                            .singleElement()
                            .satisfies(known -> assertThat(fields(known)).containsExactlyElementsOf(fields(object))));
            assertThat(session.inventory().gaps()).containsAll(outline.gaps());
        }
        assertThat(outline.exports()).as("the application is read by itself").isEmpty();
        assertThat(outline.named("opportunities")).contains("opportunity");
    }

    @Test
    void listsTheExportsOfThePlugin_whenTheSettingsLeadToIt() {
        SourceOutline outline = SOURCE.outline(Settings.of("export", "exports").checked("nextcrm", SOURCE.settings()));

        assertThat(outline.exports())
                .extracting(ExportScreen::object, ExportScreen::required)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ObjectType.of("account"), false),
                        org.assertj.core.groups.Tuple.tuple(ObjectType.of("contact"), true));
        assertThat(outline.exports().get(1).columns()).contains("email", "tags", "lists");
        assertThat(outline.objects().get(1).field("owner_email"))
                .map(FieldDescription::type)
                .contains(FieldType.USER);
        assertThat(SOURCE.outline(
                        Settings.of("jdbcUrl", "jdbc:postgresql://db/nextcrm").checked("nextcrm", SOURCE.settings())))
                .isEqualTo(SOURCE.outline());
    }

    @Test
    void saysWhatEverybodyShouldKnow_withWhereThatIsWritten() {
        assertThat(SOURCE.notes()).hasSize(5).allSatisfy(note -> {
            assertThat(note.meaning()).endsWith(".");
            assertThat(note.source()).contains("read 2026-");
        });
    }
}
