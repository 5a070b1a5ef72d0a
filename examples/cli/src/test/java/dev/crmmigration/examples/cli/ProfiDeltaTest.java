package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfiDeltaTest {

    private static final String[] POLICIES = {"sourceDeleted", "delete"};

    @Test
    void takesOverWhatALaterExportChanges_andTakesAllBack(@TempDir Path folder) {
        Path later = later(folder.resolve("later"));
        try (ProfiAccount account = new ProfiAccount(folder.resolve("work"))) {
            try (Migration migration = account.open(ProfiAccount.sample(), POLICIES)) {
                account.run(migration);
            }
            try (Migration migration = account.open(later, POLICIES)) {
                RunReport delta = migration.delta();
                account.look();

                assertThat(delta.failed()).isEmpty();
                assertThat(ExportCopy.changes(delta))
                        .containsExactlyInAnyOrder(
                                "ClientToPerson created 1 updated 1 deleted 0",
                                "LeadToLead created 0 updated 1 deleted 0",
                                "NoteToNote created 0 updated 0 deleted 1",
                                "SessionToActivity created 1 updated 1 deleted 0");
                assertThat(account.person("Ada Ahlgren-Berg").path("id")).isNotNull();
                assertThat(account.person("Nika Newman").path("id")).isNotNull();
                JsonNode moved = account.activity("Session_Status__c: no_show");
                assertThat(moved.path("done").asBoolean()).isTrue();
                assertThat(migration.verify().differences()).isEmpty();

                RollbackReport undone = migration.rollback();
                account.look();
                assertThat(undone.result().completion()).isEqualTo(Completion.COMPLETE);
                assertThat(undone.proven()).isTrue();
                assertThat(undone.residue()).isEmpty();
                assertThat(account.all("persons"))
                        .allMatch(person -> person.path("is_deleted").asBoolean());
            }
        }
    }

    /** A name has changed, a session was missed, a client and a session are new, a note is gone. */
    private static Path later(Path folder) {
        ExportCopy.copy(ProfiAccount.sample(), folder);
        ExportCopy.edit(
                folder.resolve("clients.csv"),
                text -> text.replace("Ahlgren,Ada Ahlgren", "Ahlgren-Berg,Ada Ahlgren-Berg")
                        + "cl_999,person,active,Nika,Newman,Nika Newman,nika@clients.example" + ",".repeat(17)
                        + "co_1,nora@haven.example" + ",".repeat(8)
                        + "2026-03-03T09:00:00Z,2026-03-03T09:00:00Z\n");
        ExportCopy.edit(folder.resolve("sessions.csv"), ProfiDeltaTest::laterSessions);
        ExportCopy.edit(folder.resolve("notes.csv"), text -> text.replaceFirst("(?m)^no_010,.*\\n", ""));
        ExportCopy.edit(
                folder.resolve("manifest.json"),
                text -> text.replace("2026-03-02T09:15:00Z", "2026-03-03T09:15:00Z")
                        .replaceAll("\"rows\": \\d+", "\"rows\": null"));
        return folder;
    }

    private static String laterSessions(String text) {
        String first = text.lines()
                .filter(line -> line.contains(",requested,"))
                .findFirst()
                .orElseThrow();
        String fresh = first.replaceFirst("se_\\d+", "se_9999").replace("First talk", "Second talk");
        return text.replace(first, first.replace(",requested,", ",no_show,")) + fresh + "\n";
    }
}
