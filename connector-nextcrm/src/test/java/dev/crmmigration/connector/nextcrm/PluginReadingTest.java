package dev.crmmigration.connector.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Automation;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.testkit.contract.ContractContext;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginReadingTest {

    @Test
    void unitesTagsOfOneAddress_undoesGuardedFormulas_andListsAutomations(@TempDir Path folder) {
        PluginContractSource export = new PluginContractSource(folder);
        try (SourceSession session = new NextCrmSource()
                .open(
                        export.settings().checked("nextcrm", new NextCrmSource().settings()),
                        ContractContext.on(SimulatorClock.system()))) {
            List<CrmRecord> contacts = contacts(session);

            CrmRecord first = contacts.get(0);
            assertThat(first.ref().id()).isEqualTo("c1@example.com");
            assertThat(first.value("tags")).contains(List.of("VIP", "Fair", "Late"));
            assertThat(first.value("office_phone")).contains("+4206011");
            assertThat(first.value("Shoe size")).contains(1L);
            assertThat(session.catalog()
                            .object(ObjectType.of("contact"))
                            .orElseThrow()
                            .named("Shoe size"))
                    .hasValueSatisfying(field -> assertThat(field.custom()).isTrue());
            assertThat(session.inventory().automations())
                    .containsExactly(
                            "automation 'Welcome': starts by user_register; 2 step(s): fluentcrm_wait_times 2 days ->"
                                    + " send_custom_email; status published");
            assertThat(session.inventory().definitions())
                    .containsExactly(new Automation(
                            "Welcome",
                            "automation",
                            "published",
                            Optional.of("user register"),
                            Optional.empty(),
                            Optional.of("fluentcrm wait times 2 days; send custom email")));
            assertThat(session.inventory().gaps())
                    .contains(
                            "edition: plugin; extraction method: exported CSV files",
                            "addresses that several rows have: 1; the last row counts, with the tags and lists of all",
                            "the plugin shows 700 contacts, the export has 602: a plan's limit may have cut it");
        }
    }

    @Test
    void describesAutomationsSequencesAndCampaigns_partByPart() {
        Settings settings = Settings.of(
                "export", Path.of("../examples/exports/nextcrm-plugin").toString());
        try (SourceSession session = new NextCrmSource()
                .open(
                        settings.checked("nextcrm", new NextCrmSource().settings()),
                        ContractContext.on(SimulatorClock.system()))) {
            assertThat(session.inventory().definitions())
                    .containsExactlyInAnyOrder(
                            new Automation(
                                    "Spring fair",
                                    "campaign",
                                    "scheduled",
                                    Optional.of("scheduled at 2026-03-10 07:00:00"),
                                    Optional.of("recipients: 14"),
                                    Optional.of("send mail 'Meet us in March'")),
                            new Automation(
                                    "Onboarding course",
                                    "sequence",
                                    "published",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of("send mails: after 0 days: Day one; after 3 days: Day four")),
                            new Automation(
                                    "Welcome new contacts",
                                    "automation",
                                    "published",
                                    Optional.of("fluentcrm contact added to lists"),
                                    Optional.of("none"),
                                    Optional.of(
                                            "send custom email; fluentcrm wait times 3 days; fluentcrm condition; if"
                                                    + " yes (add contact to tag); if no (send custom email)")));
        }
    }

    @Test
    void givesCustomFieldsTheTypeThatAllTheirCellsHave_unlessASettingSaysWhich(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("contacts.csv");
        Files.writeString(file, """
                Email,First Name,Tags,Whole,Number,Code,Day,Moment,Opted,Mixed,Chosen,Empty
                a@people.example,Ada,"[""Fair, 2025"", ""VIP""]",12,12,0012,2026-01-31,2026-01-31 10:00:00,yes,12,7,
                b@people.example,Bo,,-3,0.50,4711,2024-02-29,2026-01-31 11:00:00,NO,2026-01-31,9,
                """);
        Settings settings = Settings.of("export", file.toString()).with("fieldTypes", "chosen=text");

        try (SourceSession session = new NextCrmSource()
                .open(
                        settings.checked("nextcrm", new NextCrmSource().settings()),
                        ContractContext.on(SimulatorClock.system()))) {
            CrmRecord second = contacts(session).get(1);

            assertThat(contacts(session).get(0).value("tags")).contains(List.of("Fair, 2025", "VIP"));
            assertThat(second.value("Whole")).contains(-3L);
            assertThat(second.value("Number")).contains(new BigDecimal("0.50"));
            assertThat(second.value("Code")).contains("4711");
            assertThat(second.value("Day")).contains(LocalDate.parse("2024-02-29"));
            assertThat(second.value("Moment")).contains(Instant.parse("2026-01-31T11:00:00Z"));
            assertThat(second.value("Opted")).contains("No");
            assertThat(second.value("Mixed")).contains("2026-01-31");
            assertThat(second.value("Chosen")).contains("9");
            assertThat(second.value("Empty")).isEmpty();
        }
    }

    @Test
    void putsARowAside_whoseCellIsNotWhatTheSettingSays(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("contacts.csv");
        Files.writeString(file, "Email,First Name,Since\na@people.example,Ada,2026-01-31\nb@people.example,Bo,soon\n");
        Settings settings = Settings.of("export", file.toString()).with("fieldTypes", "Since=day");

        try (SourceSession session = new NextCrmSource()
                        .open(
                                settings.checked("nextcrm", new NextCrmSource().settings()),
                                ContractContext.on(SimulatorClock.system()));
                RecordCursor cursor = session.read(ReadRequest.all(ObjectType.of("contact")))) {
            assertThat(cursor.next().get(1)).isInstanceOfSatisfying(SourceEntry.Quarantined.class, aside -> {
                assertThat(aside.column()).isEqualTo("Since");
                assertThat(aside.rule()).contains("'fieldTypes'").doesNotContain("soon");
            });
        }
    }

    private static List<CrmRecord> contacts(SourceSession session) {
        List<CrmRecord> contacts = new ArrayList<>();
        try (RecordCursor cursor = session.read(ReadRequest.all(ObjectType.of("contact")))) {
            for (List<SourceEntry> page = cursor.next(); !page.isEmpty(); page = cursor.next()) {
                page.forEach(entry -> {
                    if (entry instanceof SourceEntry.Read read) {
                        contacts.add(read.record());
                    }
                });
            }
        }
        return contacts;
    }
}
