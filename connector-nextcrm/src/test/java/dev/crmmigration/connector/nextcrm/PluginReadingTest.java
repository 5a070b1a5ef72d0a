package dev.crmmigration.connector.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.testkit.contract.ContractContext;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            assertThat(first.value("Shoe size")).contains("1");
            assertThat(session.catalog()
                            .object(ObjectType.of("contact"))
                            .orElseThrow()
                            .named("Shoe size"))
                    .hasValueSatisfying(field -> assertThat(field.custom()).isTrue());
            assertThat(session.inventory().automations())
                    .containsExactly(
                            "automation 'Welcome': starts by user_register; 2 step(s): fluentcrm_wait_times 2 days ->"
                                    + " send_custom_email; status published");
            assertThat(session.inventory().gaps())
                    .contains(
                            "edition: plugin; extraction method: exported CSV files",
                            "addresses that several rows have: 1; the last row counts, with the tags and lists of all",
                            "the plugin shows 700 contacts, the export has 602: a plan's limit may have cut it");
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
