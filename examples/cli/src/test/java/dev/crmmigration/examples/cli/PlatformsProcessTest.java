package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar is put together from others, each with service files of the same names: none of them may get lost. */
class PlatformsProcessTest {

    @TempDir
    private Path folder;

    @Test
    void listsEveryPairWithItsRows_whenTheJarIsCalled() throws Exception {
        MigrateJar.Call call = new MigrateJar(folder, Map.of()).start("platforms", "--json");

        assertThat(call.exitCode()).as(call.err()).isZero();
        assertThat(call.err()).isEmpty();
        JsonNode platforms = new ObjectMapper().readTree(call.out());
        Map<String, String> rows = new TreeMap<>();
        Map<String, Integer> mappings = new TreeMap<>();
        for (JsonNode pair : platforms.path("pairs")) {
            String name = pair.path("source").asText() + " -> "
                    + pair.path("destination").asText();
            rows.put(
                    name,
                    pair.path("oneToOne").asInt() + " of " + pair.path("rows").asInt());
            mappings.put(name, pair.path("mappings").size());
        }
        // The rows of the table, and ContactNoteToNote beyond it.
        assertThat(rows)
                .containsExactly(
                        Map.entry("kartra -> freshsales", "9 of 11"),
                        Map.entry("kartra -> pipedrive", "9 of 11"),
                        Map.entry("nextcrm -> freshsales", "5 of 10"),
                        Map.entry("nextcrm -> pipedrive", "4 of 10"),
                        Map.entry("profi -> freshsales", "11 of 11"),
                        Map.entry("profi -> pipedrive", "12 of 12"),
                        Map.entry("thepractice -> freshsales", "10 of 10"),
                        Map.entry("thepractice -> pipedrive", "10 of 10"));
        assertThat(mappings)
                .containsExactly(
                        Map.entry("kartra -> freshsales", 12),
                        Map.entry("kartra -> pipedrive", 12),
                        Map.entry("nextcrm -> freshsales", 21),
                        Map.entry("nextcrm -> pipedrive", 21),
                        Map.entry("profi -> freshsales", 19),
                        Map.entry("profi -> pipedrive", 19),
                        Map.entry("thepractice -> freshsales", 17),
                        Map.entry("thepractice -> pipedrive", 16));
        assertThat(platforms.path("simulators").toString())
                .isEqualTo("[\"freshsales\",\"kartra\",\"pipedrive\",\"profi\",\"thepractice\"]");
        assertThat(platforms.path("connectors").findValuesAsText("platform"))
                .containsExactly("kartra", "nextcrm", "profi", "thepractice", "freshsales", "pipedrive");
    }
}
