package dev.crmmigration.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of docs that say what every pair of platforms has and loses are what the mappings say of themselves. */
class PairsDocumentTest {

    private static final List<String> SOURCES = List.of("kartra", "nextcrm", "profi", "thepractice");
    private static final List<String> DESTINATIONS = List.of("pipedrive", "freshsales");
    private static final Map<String, String> NAMES = Map.of(
            "kartra", "Kartra",
            "nextcrm", "NextCRM",
            "profi", "Profi",
            "thepractice", "The Practice",
            "pipedrive", "Pipedrive",
            "freshsales", "Freshsales");

    @Test
    void tableOfPairsIsWhatTheMappingsSay() throws IOException {
        List<String> table = new ArrayList<>();
        pairs().forEach((pair, rows) -> table.add(line(pair, rows)));

        assertThat(table).hasSize(8);
        assertThat(Files.readAllLines(docs("README.md"), UTF_8))
                .filteredOn(line -> line.startsWith("| [") && line.contains(" to "))
                .containsExactlyElementsOf(table);
    }

    @Test
    void listOfLossesIsWhatTheMappingsDeclare() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# What cannot arrive as it was",
                "",
                "All losses that the mappings of the [eight pairs](README.md) declare, row by row; a plan shows them again. What one"
                        + " account",
                "loses beyond them, as by its settings or by single values, is counted in its own plan."));
        pairs().forEach((pair, rows) -> {
            lines.addAll(List.of(
                    "", "## " + title(pair), "", "| row | what | why | instead |", "| --- | --- | --- | --- |"));
            rows.forEach(row -> row.losses().forEach(loss -> lines.add(line(row, loss))));
        });

        Path expected = Files.write(Files.createDirectories(Path.of("target")).resolve("losses.md"), lines);
        assertThat(docs("losses.md"))
                .as("copy " + expected.toAbsolutePath() + " there if a mapping was changed")
                .hasSameTextualContentAs(expected, UTF_8);
    }

    /** The rows of the tables by their number, then what goes beyond them. */
    private static Map<String, List<ObjectMapping>> pairs() {
        List<ObjectMapping> mappings = ServiceLoader.load(ObjectMapping.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.<ObjectMapping>comparingInt(row -> row.row() == 0 ? Integer.MAX_VALUE : row.row())
                        .thenComparing(ObjectMapping::name))
                .toList();
        Map<String, List<ObjectMapping>> pairs = new LinkedHashMap<>();
        for (String source : SOURCES) {
            for (String destination : DESTINATIONS) {
                pairs.put(
                        source + "-to-" + destination,
                        mappings.stream()
                                .filter(row -> row.sourcePlatform().equals(source)
                                        && row.destinationPlatform().equals(destination))
                                .toList());
            }
        }
        return pairs;
    }

    private static String line(String pair, List<ObjectMapping> rows) {
        List<ObjectMapping> table = rows.stream().filter(row -> row.row() > 0).toList();
        return "| [" + title(pair) + "](" + page(pair) + ") | "
                + table.stream().map(ObjectMapping::row).distinct().count() + " | "
                + table.stream()
                        .filter(row -> row.fidelity() == Fidelity.ONE_TO_ONE)
                        .map(ObjectMapping::row)
                        .distinct()
                        .count()
                + " | " + (rows.size() - table.size()) + " | "
                + rows.stream().flatMap(row -> row.losses().stream()).distinct().count() + " | "
                + rows.stream()
                        .flatMap(row -> row.choices().stream())
                        .map(choice -> choice.name())
                        .distinct()
                        .count()
                + " |";
    }

    private static String line(ObjectMapping row, Loss loss) {
        return "| " + (row.row() == 0 ? "" : row.row() + " ") + "`" + row.name() + "` | " + loss.field() + " | "
                + loss.reason() + " | " + loss.substitute() + " |";
    }

    private static String title(String pair) {
        String[] platforms = pair.split("-to-", 2);
        return NAMES.get(platforms[0]) + " to " + NAMES.get(platforms[1]);
    }

    private static String page(String pair) {
        return switch (pair) {
            case "nextcrm-to-pipedrive", "profi-to-pipedrive", "thepractice-to-pipedrive" ->
                pair.replace("-to-pipedrive", ".md#to-pipedrive");
            case "nextcrm-to-freshsales" -> "nextcrm.md#to-freshsales";
            default -> pair + ".md";
        };
    }

    private static Path docs(String file) {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(parent -> parent.resolve("docs/connectors"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow()
                .resolve(file);
    }
}
