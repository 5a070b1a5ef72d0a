package dev.crmmigration.toolkit.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTableTest {

    @ParameterizedTest
    @EnumSource
    void everyRuleStandsInTheTable(Rule rule) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "tabular-exports.md"));

        assertThat(page.lines().filter(line -> line.startsWith("| ")).anyMatch(line -> line.contains("`" + rule + "`")))
                .isTrue();
    }
}
