package dev.crmmigration.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));
    private static final String FENCE = "```";

    @Test
    void showsTheCodeOfTheExample() throws IOException {
        String readme = Files.readString(MODULE.resolve("../../README.md"));

        assertThat(readme).contains(FENCE + "java\n" + region() + "\n" + FENCE);
    }

    /** Returns the lines between the marks, moved to the left margin. */
    private static String region() throws IOException {
        List<String> lines =
                Files.readAllLines(MODULE.resolve("src/main/java/dev/crmmigration/examples/embedding/Embedding.java"));
        int begin = lines.indexOf("        // README: begin");
        int end = lines.indexOf("        // README: end");
        assertThat(begin).isPositive();
        assertThat(end).isGreaterThan(begin);
        return lines.subList(begin + 1, end).stream()
                .map(line -> line.isEmpty() ? line : line.substring(8))
                .collect(Collectors.joining("\n"));
    }
}
