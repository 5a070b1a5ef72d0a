package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
                assertThat(changes(delta))
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

    private static List<String> changes(RunReport delta) {
        return delta.mappings().stream()
                .filter(counts -> counts.created() + counts.updated() + counts.deleted() > 0)
                .map(counts -> counts.mapping() + " created " + counts.created() + " updated " + counts.updated()
                        + " deleted " + counts.deleted())
                .toList();
    }

    /** A name has changed, a session was missed, a client and a session are new, a note is gone. */
    private static Path later(Path folder) {
        copy(ProfiAccount.sample(), folder);
        edit(
                folder.resolve("clients.csv"),
                text -> text.replace("Ahlgren,Ada Ahlgren", "Ahlgren-Berg,Ada Ahlgren-Berg")
                        + "cl_999,person,active,Nika,Newman,Nika Newman,nika@clients.example" + ",".repeat(17)
                        + "co_1,nora@haven.example" + ",".repeat(8)
                        + "2026-03-03T09:00:00Z,2026-03-03T09:00:00Z\n");
        edit(folder.resolve("sessions.csv"), ProfiDeltaTest::laterSessions);
        edit(folder.resolve("notes.csv"), text -> text.replaceFirst("(?m)^no_010,.*\\n", ""));
        edit(
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

    private static void edit(Path file, UnaryOperator<String> change) {
        try {
            String text = Files.readString(file);
            String changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            Files.writeString(file, changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
