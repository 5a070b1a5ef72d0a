package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.profi.ProfiSource;
import dev.crmmigration.engine.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of Profi that are larger than the account takes. */
class LargeFilesToFreshsalesTest {

    private static final String HOST = "https://files.haven.example/moved";
    private static final String[] POLICIES = {"industry", "field", "largeFiles", "link", "largeFilesHost", HOST};

    @Test
    void areLinkedToOnTheHostOfTheCustomer_verified_andTakenAway(@TempDir Path folder) throws IOException {
        Settings source = Settings.of("export", ProfiAccount.sample().toString());
        List<String> staff = List.of("nora@haven.example", "tom@haven.example", "ines@haven.example");
        try (FreshsalesAccount account =
                new FreshsalesAccount(new ProfiSource(), source, folder, staff).with("maxFileBytes", "40")) {
            account.run(POLICIES);

            assertThat(account.report().failed()).isEmpty();
            assertThat(account.reconciliation().closed()).isTrue();
            assertThat(account.reconciliation().differences()).isEmpty();
            assertThat(account.all("documents"))
                    .extracting(one -> one.path("name").asText())
                    .containsExactly("workbook.txt");
            List<JsonNode> links = account.all("document_links").stream()
                    .filter(link -> link.path("url").asText().startsWith(HOST))
                    .toList();
            assertThat(links)
                    .extracting(link -> link.path("name").asText())
                    .containsExactlyInAnyOrder(
                            "agreement-ada.pdf", "agreement-ada.pdf", "portrait.png", "sketch.png", "image-1.png");
            assertThat(links)
                    .allSatisfy(link -> assertThat(folder.resolve("attachments-to-host")
                                    .resolve(link.path("url").asText().substring(HOST.length() + 1)))
                            .exists());
            assertThat(hosted(folder))
                    .as("equal files of one name lie there once")
                    .isEqualTo(distinct(links));
            takesThemAway(account);
        }
    }

    private static long hosted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("attachments-to-host"))) {
            return files.count();
        }
    }

    private static long distinct(List<JsonNode> links) {
        return links.stream().map(link -> link.path("url").asText()).distinct().count();
    }

    private static void takesThemAway(FreshsalesAccount account) {
        try (Migration migration = account.open(POLICIES)) {
            assertThat(migration.rollback().proven()).isTrue();
        }
        account.look();
        assertThat(account.all("document_links")).isEmpty();
    }
}
