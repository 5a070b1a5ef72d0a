package dev.crmmigration.engine.toy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for connector writers shows the toy connectors as they are. */
class ToyConnectorsInDocsTest {

    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));
    private static final Path PAGE = MODULE.resolve("../docs/writing-a-connector.md");
    private static final Path TOYS = MODULE.resolve("src/test/java/dev/crmmigration/engine/toy");
    private static final String FENCE = "```";

    /** A screen, licence headers and such aside. */
    private static final int LINES_OF_A_SCREEN = 100;

    @ParameterizedTest
    @ValueSource(strings = {"ToySource.java", "ToyDestination.java", "CustomerToPerson.java"})
    void showsTheFileAsItIs(String name) throws IOException {
        String file = Files.readString(TOYS.resolve(name));

        assertThat(Files.readString(PAGE))
                .as("copy %s into docs/writing-a-connector.md", name)
                .contains(FENCE + "java\n" + file + FENCE + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ToySource.java", "ToyDestination.java", "CustomerToPerson.java"})
    void showsOneScreen(String name) throws IOException {
        assertThat(Files.readAllLines(TOYS.resolve(name))).hasSizeLessThanOrEqualTo(LINES_OF_A_SCREEN);
    }
}
