package dev.crmmigration.testkit.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for connector writers shows these classes as they are, without their imports. */
class AcmeInDocsTest {

    private static final Path PAGE = Path.of("../docs/writing-a-connector.md");
    private static final Path HERE = Path.of("src/test/java/dev/crmmigration/testkit/acme");
    private static final String FENCE = "```";

    @ParameterizedTest
    @ValueSource(strings = {"AcmeSourceTest.java", "AcmeDestinationTest.java", "AcmeFaultsTest.java"})
    void showsTheClassAsItIs(String name) throws IOException {
        String file = Files.readString(HERE.resolve(name));

        assertThat(Files.readString(PAGE))
                .as("copy the class %s into docs/writing-a-connector.md", name)
                .contains(FENCE + "java\n" + file.substring(file.indexOf("/**")) + FENCE + "\n");
    }
}
