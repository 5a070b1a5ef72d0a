package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThePracticeDeltaTest {

    private static final String[] POLICIES = {"sourceDeleted", "delete"};

    @Test
    void takesOverWhatALaterExportChanges_andTakesAllBack(@TempDir Path folder) {
        Path later = later(folder.resolve("later"));
        try (PracticeAccount account = new PracticeAccount(folder.resolve("work"))) {
            try (Migration migration = account.open(PracticeAccount.sample(), POLICIES)) {
                account.run(migration);
            }
            try (Migration migration = account.open(later, POLICIES)) {
                RunReport delta = migration.delta();
                account.look();

                assertThat(delta.failed()).isEmpty();
                assertThat(ExportCopy.changes(delta))
                        .containsExactlyInAnyOrder(
                                "ClientToPerson created 1 updated 2 deleted 0",
                                "NoteToNote created 0 updated 0 deleted 1",
                                "PackageToDeal created 0 updated 2 deleted 0",
                                "SessionToActivity created 0 updated 1 deleted 0");
                assertThat(account.person("Nika Newman").path("id")).isNotNull();
                assertThat(account.labels("personFields", account.person("Wim Wolters")))
                        .contains("alumni");
                assertThat(account.stageOf(account.dealOf("cp_05"))).isEqualTo("Coaching packages / Completed");
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

    /**
     * A name has changed, and with it the title of a deal; a package was completed, a session missed; a client is new, another
     * one has joined a group that hands a tag down; a note is gone.
     */
    private static Path later(Path folder) {
        ExportCopy.copy(PracticeAccount.sample(), folder);
        ExportCopy.edit(
                folder.resolve("clients.csv"),
                text -> text.replace("cl_17,Bea,Brandl,", "cl_17,Bea,Brandl-Berg,")
                        + "cl_99,Nika,Newman,nika@clients.example" + ",".repeat(23) + "ch_1,lena@lumen.example"
                        + ",".repeat(5) + ",2026-03-03T09:00:00Z,2026-03-03T09:00:00Z\n");
        ExportCopy.edit(
                folder.resolve("package_status_changes.csv"),
                text -> text + "cp_05,2026-03-02T16:00:00Z,paused,completed,lena@lumen.example,"
                        + "2026-03-02T16:00:00Z,2026-03-02T16:00:00Z\n");
        ExportCopy.edit(
                folder.resolve("client_packages.csv"),
                text -> text.replaceFirst("(?m)^(cp_05,.*),paused,", "$1,completed,"));
        ExportCopy.edit(
                folder.resolve("sessions.csv"),
                text -> text.replaceFirst("(?m)^(se_\\d+,cl_22,.*),booked,", "$1,no_show,"));
        ExportCopy.edit(
                folder.resolve("group_members.csv"),
                text -> text + "gr_3,cl_12,,2026-03-03T09:00:00Z,2026-03-03T09:00:00Z,2026-03-03T09:00:00Z\n");
        ExportCopy.edit(folder.resolve("notes.csv"), text -> text.replaceFirst("(?ms)^no_13,.*?(?=^no_14)", ""));
        ExportCopy.edit(
                folder.resolve("manifest.json"),
                text -> text.replace("2026-03-02T09:15:00Z", "2026-03-03T09:15:00Z")
                        .replaceAll("\"rows\": \\d+", "\"rows\": null"));
        return folder;
    }
}
